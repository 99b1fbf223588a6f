import { Title } from '@mantine/core'
import { BrandMark } from '../layout/BrandMark.tsx'
import classes from './AccountFrame.module.css'

type Props = {
  readonly title: string
  readonly sentence?: React.ReactNode
  readonly children: React.ReactNode
  readonly isWide?: boolean
}

/** The quiet page around sign-in, set-up, invitation and the first choices. */
export function AccountFrame({ title, sentence, children, isWide = false }: Props) {
  return (
    <main className={classes.page}>
      <div className={classes.box} data-wide={isWide || undefined}>
        <div className={classes.brand}>
          <BrandMark size={30} />
          <span>Sinew</span>
        </div>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        {sentence && <p className={classes.sentence}>{sentence}</p>}
        {children}
      </div>
    </main>
  )
}

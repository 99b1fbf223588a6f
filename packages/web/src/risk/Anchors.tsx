import { useTranslation } from '../i18n/use-translation.ts'
import classes from './risk.module.css'

type Band = { readonly name: string; readonly description: string }

/** The scale's anchors beside the input: what each band means, in words and numbers. */
export function Anchors({ bands, text }: { readonly bands: readonly Band[]; readonly text: string }) {
  const { t } = useTranslation()
  return (
    <>
      {text}
      <details className={classes.anchors}>
        <summary>{t('What the bands mean')}</summary>
        <dl>
          {bands.map(({ name, description }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

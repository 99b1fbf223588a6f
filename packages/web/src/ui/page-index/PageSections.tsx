import { Menu, Stack, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './PageSections.module.css'
import type { PageSection } from './page-section.ts'
import { usePageSections } from './use-page-sections.ts'
import { useSectionInReach } from './use-section-in-reach.ts'

/** A long page of panels with its index: beside it where there is room, elsewhere a menu that stays on top. */
export function PageSections({ children }: { readonly children: React.ReactNode }) {
  const content = useRef<HTMLDivElement>(null)
  const sections = usePageSections(content)
  const { reached, go } = useSectionInReach(sections)
  const index = { sections, reached, go }
  return (
    <div className={classes.page}>
      <Beside {...index} />
      <OnTop {...index} />
      <Stack gap="lg" ref={content} className={classes.content}>
        {children}
      </Stack>
    </div>
  )
}

type IndexProps = {
  readonly sections: readonly PageSection[]
  readonly reached: string | undefined
  readonly go: (id: string) => void
}

function Beside({ sections, reached, go }: IndexProps) {
  const { t } = useTranslation()
  const heading = useId()
  return (
    <nav className={classes.beside} aria-labelledby={heading}>
      <p id={heading} className={classes.heading}>
        {t('On this page')}
      </p>
      <ol>
        {sections.map((section) => (
          <li key={section.id}>
            <a
              href={`#${section.id}`}
              aria-current={section.id === reached ? 'location' : undefined}
              className={classes.link}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                go(section.id)
              }}
            >
              <Name section={section} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function OnTop({ sections, reached, go }: IndexProps) {
  const { t } = useTranslation()
  const here = sections.find(({ id }) => id === reached)
  return (
    <div className={classes.onTop}>
      <Menu width="target" position="bottom-start" returnFocus={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <UnstyledButton className={classes.jump}>
            <span className={classes.jumpHeading}>{t('On this page')}</span>
            <span className={classes.jumpHere}>{here?.title}</span>
            <IconChevronDown size={16} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.jumps}>
          {sections.map((section) => (
            <Menu.Item
              key={section.id}
              aria-current={section.id === reached ? 'location' : undefined}
              onClick={() => go(section.id)}
            >
              <span className={classes.row}>
                <Name section={section} />
              </span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function Name({ section: { title, note } }: { readonly section: PageSection }) {
  return (
    <>
      <span>{title}</span>
      {note !== undefined && <span className={classes.note}>{note}</span>}
    </>
  )
}

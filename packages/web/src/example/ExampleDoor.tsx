import { UnstyledButton } from '@mantine/core'
import { createExample } from '@sinew/contract/example/example-contract.ts'
import { IconBuildingCommunity } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useWrite } from '../api/use-write.ts'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** The first door: into the example company, which is made when nobody has opened it yet. */
export function ExampleDoor({ className }: { readonly className?: string }) {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const navigate = useNavigate()
  const example = session.organizations.find(({ isExample }) => isExample)
  const write = useWrite(createExample, {
    onDone: ({ organizationId, slug }) =>
      navigate({ to: paths.examplePreparing, search: { organization: organizationId, slug } }),
  })
  if (example) {
    return (
      <Link to={paths.pulse} params={{ slug: example.slug }} className={className}>
        <DoorWords />
      </Link>
    )
  }
  return (
    <div>
      <UnstyledButton className={className} disabled={write.isPending} onClick={() => void write.send({})}>
        <DoorWords />
      </UnstyledButton>
      <ProblemPanel problem={write.problem} />
    </div>
  )
}

function DoorWords() {
  const { t } = useTranslation()
  return (
    <>
      <IconBuildingCommunity size={30} stroke={1.4} aria-hidden="true" />
      <strong>{t('Explore the example company')}</strong>
      <span>
        {t(
          'A 50-person software company with a year of history: see evidence decay, the money move, and the Statement of Applicability say why.',
        )}
      </span>
    </>
  )
}

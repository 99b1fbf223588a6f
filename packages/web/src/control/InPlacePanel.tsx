import type { Control } from '@sinew/contract/control/control-contract.ts'
import { useMay } from '../api/OrganizationProvider.tsx'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './control.module.css'
import { ImplementationMark } from './ImplementationMark.tsx'

/** What is claimed: how far the control goes, how, by whom and by when. */
export function InPlacePanel({ control, onEdit }: { readonly control: Control; readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const may = useMay('control:write')
  return (
    <Panel
      title={t('What is said to be in place')}
      actions={
        <ActionButton size="xs" variant="default" refusals={may} onClick={onEdit}>
          {t('Change')}
        </ActionButton>
      }
    >
      <Facts
        facts={{
          [t('State')]: <ImplementationMark {...control} />,
          [t('How we do it')]: control.description ? (
            <span className={classes.words}>
              <RefText>{control.description}</RefText>
            </span>
          ) : (
            <span className={classes.quiet}>{t('Nobody has described it yet.')}</span>
          ),
          [t('Owner')]: control.ownerName ?? <span className={classes.quiet}>{t('Nobody yet')}</span>,
          [t('Planned for')]: control.implementation !== 'implemented' && control.plannedAt && (
            <When at={control.plannedAt} show="both" />
          ),
          [t('Remarks')]: control.remarks && (
            <span className={classes.words}>
              <RefText>{control.remarks}</RefText>
            </span>
          ),
        }}
      />
    </Panel>
  )
}

import type { Asset } from '@sinew/contract/asset/asset-contract.ts'
import { needLevelWords, needProperties } from '@sinew/core/asset/need-levels.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { propertyWords } from './asset-words.ts'
import classes from './needs.module.css'

/** What the asset needs of each property: its own need, and the higher one that something handed down, with the cause. */
export function NeedsPanel({ asset }: { readonly asset: Asset }) {
  const { t } = useTranslation()
  const word = (level: keyof typeof needLevelWords | null) =>
    level === null ? t('Not said') : t(needLevelWords[level])
  return (
    <Panel title={t('What it needs')} hint={t('Its own needs, and those of whatever rests on it.')}>
      <dl className={classes.needs}>
        {needProperties.map((property) => {
          const { level, because } = asset.effective[property]
          const reason = asset[`${property}Reason`]
          return (
            <div key={property}>
              <dt>{t(propertyWords[property])}</dt>
              <dd>
                <strong data-level={level ?? 'none'}>{word(level)}</strong>
                {because !== null && (
                  <span className={classes.own}>
                    {t('own: {{level}}', { level: word(asset[property]).toLowerCase() })}
                  </span>
                )}
                {because !== null && (
                  <p>
                    <RefText>{because}</RefText>
                  </p>
                )}
                {reason !== '' && <p>{reason}</p>}
              </dd>
            </div>
          )
        })}
      </dl>
    </Panel>
  )
}

import { SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import { ExplanationTree } from '../ui/explanation/ExplanationTree.tsx'
import { Why } from '../ui/explanation/Why.tsx'
import { CommentBox } from '../ui/history/CommentBox.tsx'
import { HistoryPanel } from '../ui/history/HistoryPanel.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { asOf, assuranceTree } from './gallery-samples.ts'

const at = (days: number) => new Date(asOf - days * 86_400_000).toISOString()

export function StoryGallery() {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 1, md: 2, lg: 3 }} spacing="lg">
      <Panel title={t('Why a number is what it is')}>
        <p style={{ margin: '0 0 10px', fontSize: '1.5rem', fontWeight: 620 }}>
          <Why explanation={assuranceTree} currency="EUR">
            61 %
          </Why>
        </p>
        <ExplanationTree explanation={assuranceTree} currency="EUR" />
      </Panel>
      <Panel title={t('History')}>
        <HistoryPanel
          onShowAsOf={() => undefined}
          entries={[
            {
              id: '3',
              at: at(2),
              operation: 'update',
              actorName: 'M. Ortiz',
              actorKind: 'user',
              reason: t('Moved with the audit'),
              changes: [
                { field: 'dueAt', label: t('Due'), before: '12 May 2026', after: '30 June 2026' },
                {
                  field: 'title',
                  label: t('Title'),
                  before: null,
                  after: t('Restore test of the customer database'),
                },
              ],
            },
            {
              id: '2',
              at: at(40),
              operation: 'delete',
              actorName: 'backup-robot',
              actorKind: 'collector',
              changes: [],
            },
            {
              id: '1',
              at: at(90),
              operation: 'create',
              actorName: 'A. Kaya',
              actorKind: 'user',
              changes: [],
            },
          ]}
        />
      </Panel>
      <Stack>
        <Panel title={t('Comments')}>
          <CommentBox
            comments={[
              {
                id: '1',
                authorName: 'L. Chen',
                at: at(1),
                isMine: true,
                text: t('The last restore took four hours; we should test the second region too.'),
              },
            ]}
            onSend={() => Promise.resolve(true)}
            onChange={() => Promise.resolve(true)}
            onRemove={() => undefined}
          />
        </Panel>
        <Panel title={t('How things stand')}>
          <Stack gap={8}>
            <StatusSentence tone="calm">{t('Nothing is due this week.')}</StatusSentence>
            <StatusSentence tone="good">{t('All 14 needs are proven until October.')}</StatusSentence>
            <StatusSentence tone="watch">{t('3 pieces of evidence go stale within 14 days.')}</StatusSentence>
            <StatusSentence tone="bad">{t('A restore test failed; the risk grew to €410k a year.')}</StatusSentence>
          </Stack>
        </Panel>
      </Stack>
    </SimpleGrid>
  )
}

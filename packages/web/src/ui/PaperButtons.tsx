import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

type Paper = 'pdf' | 'docx'

type Props = {
  readonly urlOf: (format: Paper) => string
  readonly words: Readonly<Record<Paper, string>>
}

/** A report to take away, printed or to write on. */
export function PaperButtons({ urlOf, words }: Props) {
  return (['pdf', 'docx'] as const).map((format) => (
    <Button
      key={format}
      size="xs"
      variant="default"
      component="a"
      href={urlOf(format)}
      download
      leftSection={<IconDownload size={14} />}
    >
      {words[format]}
    </Button>
  ))
}

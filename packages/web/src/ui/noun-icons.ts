import {
  IconActivityHeartbeat,
  IconAdjustmentsHorizontal,
  IconAlertTriangle,
  IconBolt,
  IconBox,
  IconCalendarTime,
  IconChecklist,
  IconFileCertificate,
  IconGavel,
  IconHistory,
  IconLink,
  IconMessage2,
  IconPlugConnected,
  IconRubberStamp,
  IconScale,
  IconShieldCheck,
  IconUsers,
} from '@tabler/icons-react'

/** One icon a noun, everywhere: menu, search, links, headings. */
export const nounIcons = {
  pulse: IconActivityHeartbeat,
  risk: IconAlertTriangle,
  treatment: IconChecklist,
  acceptance: IconRubberStamp,
  control: IconShieldCheck,
  soa: IconFileCertificate,
  evidence: IconLink,
  collector: IconPlugConnected,
  asset: IconBox,
  obligation: IconGavel,
  person: IconUsers,
  methodology: IconScale,
  movement: IconBolt,
  lookAhead: IconCalendarTime,
  ledger: IconHistory,
  comment: IconMessage2,
  settings: IconAdjustmentsHorizontal,
} as const

export type Noun = keyof typeof nounIcons

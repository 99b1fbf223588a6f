import type { Field } from '@sinew/core/register/field.ts'
import { type Register, registerRef, registerSorts } from '@sinew/core/register/register.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { When } from '../ui/When.tsx'
import { FieldValue } from './FieldValue.tsx'
import classes from './register.module.css'
import { type AnyRecord, fieldsOf, nameOf } from './register-record.ts'

const widths: Partial<Readonly<Record<Field['kind'], number>>> = {
  day: 130,
  flag: 100,
  number: 110,
  money: 120,
  choice: 128,
  reference: 150,
}

/** The columns of a register's list: its name first, then every field that asks for one. */
export function registerColumns(register: Register, t: (sentence: string) => string): readonly ListColumn<AnyRecord>[] {
  const sorts = registerSorts(register)
  const named = register.fields[register.named]
  return [
    {
      key: 'number',
      title: t('No.'),
      sort: 'number',
      width: 84,
      fixed: true,
      card: 'reference',
      render: ({ number }) => <span style={{ color: 'var(--sn-ink-3)' }}>{registerRef(register, number)}</span>,
    },
    {
      key: register.named,
      title: t(named?.label ?? 'Name'),
      sort: register.named,
      fixed: true,
      card: 'title',
      render: (record) => (
        <PageLink
          to={paths.registered}
          params={{ register: register.plural, number: record.number }}
          c="var(--sn-ink)"
          fw={550}
          className={classes.name}
        >
          {nameOf(register, record)}
        </PageLink>
      ),
    },
    ...Object.entries(fieldsOf(register))
      .filter(([key, field]) => key !== register.named && field.column !== undefined && field.column !== false)
      .map(([key, field]): ListColumn<AnyRecord> => {
        const { label, kind, column } = field
        return {
          key,
          title: t(label),
          ...(sorts.includes(key) ? { sort: key } : {}),
          ...(widths[kind] === undefined ? {} : { width: widths[kind] }),
          ...(kind === 'number' || kind === 'money' ? { align: 'right' } : {}),
          hidden: column === 'hidden',
          render: (record) => <FieldValue name={key} field={field} register={register} record={record} isShort />,
        }
      }),
    {
      key: 'updatedAt',
      title: t('Changed'),
      sort: 'updatedAt',
      width: 130,
      hidden: true,
      render: ({ updatedAt }) => <When at={updatedAt} />,
    },
  ]
}

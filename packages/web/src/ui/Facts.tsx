import classes from './Facts.module.css'

/** Names and values; what is empty is left out. */
export function Facts({ facts }: { readonly facts: Readonly<Record<string, React.ReactNode>> }) {
  const shown = Object.entries(facts).filter(([, value]) => ![null, undefined, false, ''].includes(value as null))
  return (
    <dl className={classes.facts}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

import type { MovementStory as Story } from '@sinew/contract/movement/movement-contract.ts'
import { MovementStory } from './MovementStory.tsx'
import classes from './movement.module.css'

type Props = { readonly stories: readonly Story[]; readonly currency: string }

/** Stories one below the other, newest first. */
export function MovementStories({ stories, currency }: Props) {
  return (
    <ul className={classes.list}>
      {stories.map((story) => (
        <MovementStory key={story.episodeKey} story={story} currency={currency} />
      ))}
    </ul>
  )
}

/** The tags that profiles get. */
export interface TagProfilesProps {
  /** Tags, each `key` or `key:value`; tokens may stand in them. A profile's own tag of the same key stays. */
  readonly tags: string[];
}

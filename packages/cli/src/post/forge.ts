/** A comment on a pull request or merge request. */
export interface ForgeComment {
  id: string;
  body: string;
  /** Whether the token's owner wrote it, as far as the forge tells. */
  isOwn: boolean;
}

/** What posting a review needs of a forge. Each call is of one pull request or merge request. */
export interface Forge {
  /** `GitHub`. */
  name: string;
  /** What a token takes to write comments, as advice. */
  permission: string;
  /** Of all pages, the oldest first. */
  comments(): Promise<ForgeComment[]>;
  create(body: string): Promise<void>;
  update(id: string, body: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** The commit that the pull request is at now. */
  head(): Promise<string | undefined>;
}

/** Where a review is to be posted; or why it cannot be, in words for the job's log. */
export type ForgeTarget = { forge: Forge; commit?: string } | { refusal: string };

/** The variables that CI systems set. */
export type CiEnvironment = Readonly<Record<string, string | undefined>>;

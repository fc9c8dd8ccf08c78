/** The texts of a language. */

export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
/** From a text as the code has it to the same in another language. */
export type Catalogue = Readonly<Record<string, Message>>;

/** What a text was made of: a template, and what fills its gaps; none for a text without gaps. */
export interface Told {
  readonly template?: string | null;
  readonly values?: Readonly<Record<string, unknown>> | null;
}

/** How what the server says in English gets into the language. */
export interface Server {
  said: (text: string, told: Told) => string;
  inWords: <T>(answer: T) => T;
}

/** The texts of a language. */

export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
/** From a text as the code has it to the same in another language. */
export type Catalogue = Readonly<Record<string, Message>>;

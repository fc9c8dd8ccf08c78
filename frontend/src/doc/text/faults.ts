/** What is wrong with a text that is no YAML, in our own words: the library has only English ones. */
import type { YAMLError } from 'yaml';
import { say, type Saying } from '@/i18n/say';

/** By what the library says, for codes that stand for several things; the first that fits counts. */
const BY_MESSAGE: readonly (readonly [RegExp, Saying])[] = [
  [/end with a/, say('A bracket is opened here and not closed.')],
  [/closing .quote/, say('A quotation mark is opened here and not closed.')],
  [/followed by map values/, say('A key needs a colon and a space after it.')],
  [/Missing space after :/, say('A colon needs a space after it.')],
  [/Missing ,/, say('A comma is missing between two entries.')],
  [/Comments must be separated/, say('A comment needs a space before its #.')],
  [/Sequence item without/, say('Each entry of this list begins with a dash.')],
];

const BY_CODE: Readonly<Partial<Record<YAMLError['code'], Saying>>> = {
  BAD_ALIAS: say('Anchors and aliases are not taken: write the values out.'),
  ALIAS_PROPS: say('Anchors and aliases are not taken: write the values out.'),
  MULTIPLE_ANCHORS: say('Anchors and aliases are not taken: write the values out.'),
  BAD_DQ_ESCAPE: say('A backslash in quotation marks begins a special character: write two of them.'),
  BAD_INDENT: say('The indentation does not fit the lines above.'),
  BAD_SCALAR_START: say('A text cannot begin with this character: put it in quotation marks.'),
  BLOCK_AS_IMPLICIT_KEY: say('Two keys stand in one line: put the second on a line of its own.'),
  BLOCK_IN_FLOW: say('Within brackets only entries with commas between them can stand.'),
  DUPLICATE_KEY: say('This key is there twice: keep one of them.'),
  KEY_OVER_1024_CHARS: say('This key is too long.'),
  MULTILINE_IMPLICIT_KEY: say('A key stands on one line.'),
  MULTIPLE_DOCS: say('There is more than one document: keep the first.'),
  MULTIPLE_TAGS: say('Tags are not taken: remove them.'),
  NON_STRING_KEY: say('A key is a plain name.'),
  TAB_AS_INDENT: say('Indent with spaces, not with tabs.'),
  TAG_RESOLVE_FAILED: say('Tags are not taken: remove them.'),
};

const OTHER = say('This is no YAML here.');

export function faultOf({ code, message }: YAMLError): Saying {
  return BY_MESSAGE.find(([words]) => words.test(message))?.[1] ?? BY_CODE[code] ?? OTHER;
}

/** The Y.Doc as plain values. */
import type { DocComment, DocExpectation, DocLink, DocNode, DocShape, Point } from './projectElement';

export type {
  CommentTarget,
  DocComment,
  DocExpectation,
  DocInterface,
  DocLink,
  DocNode,
  DocReply,
  DocRoute,
  DocShape,
  LinkEnd,
  Point,
  Size,
} from './projectElement';

/** Elements by id, in the order of the document. */
export type Ordered<Value> = ReadonlyMap<string, Value>;

export interface Projection {
  readonly nodes: Ordered<DocNode>;
  readonly links: Ordered<DocLink>;
  readonly expectations: Ordered<DocExpectation>;
  readonly shapes: Ordered<DocShape>;
  readonly positions: ReadonlyMap<string, Point>;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly name: string;
  /** The oldest first. */
  readonly comments: Ordered<DocComment>;
}

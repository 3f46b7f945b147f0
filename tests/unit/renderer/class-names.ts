import ts from 'typescript';

/** What one source file says of classes. */
export interface ClassUse {
  /** Whole names in `className` and the like, and in calls of `classList`. */
  readonly names: readonly string[];
  /** What a name begins with whose end is known only when it is drawn. */
  readonly beginnings: readonly string[];
  /** Names that the file looks for in the page. */
  readonly sought: readonly string[];
}

const HOLDS_CLASSES = /^(\w*[cC]lassName|classNames)$/;
const SEEKS = /^(querySelector|querySelectorAll|closest|matches)$/;
/** What stands for text that is not known before it is drawn; no class name has it. */
const UNKNOWN = '\u0000';

/** The classes that a source names, by its syntax tree: strings, templates and conditions of them. */
export function classUse(fileName: string, source: string): ClassUse {
  const written: string[] = [];
  const sought: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) &&
      HOLDS_CLASSES.test(node.name.getText())
    ) {
      written.push(...texts(node.initializer));
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      SEEKS.test(node.expression.name.text)
    ) {
      const [selector] = node.arguments;
      if (selector && ts.isStringLiteralLike(selector)) sought.push(...classesIn(selector.text));
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      /\.classList$/.test(node.expression.expression.getText())
    ) {
      written.push(...node.arguments.flatMap(texts));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true));
  const words = written.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
  return {
    names: words.filter((word) => !word.includes(UNKNOWN)),
    beginnings: words
      .filter((word) => word.includes(UNKNOWN) && !word.startsWith(UNKNOWN))
      .map((word) => word.slice(0, word.indexOf(UNKNOWN))),
    sought,
  };
}

/** The class names of a selector, or of a sheet without its comments and declarations. */
export const classesIn = (selector: string): string[] =>
  [...selector.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name]) => name ?? '');

/** Every text that an expression may become. */
function texts(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return texts(node.expression);
  if (ts.isConditionalExpression(node)) return [...texts(node.whenTrue), ...texts(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...texts(node.left), ...texts(node.right)];
  if (ts.isArrowFunction(node)) return texts(node.body);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((each) => (ts.isPropertyAssignment(each) ? texts(each.initializer) : []));
  }
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce(
      (made, { expression, literal }) => {
        const ends = texts(expression);
        const next = ends.includes(UNKNOWN) ? [UNKNOWN] : ends;
        return made.flatMap((text) => next.map((more) => text + more + literal.text));
      },
      [node.head.text],
    );
  }
  return [UNKNOWN];
}

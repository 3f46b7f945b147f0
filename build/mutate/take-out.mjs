// What must be seen red where it is taken out, everywhere it stands: `npm run mutate -- --take-out fsync|bound`.
import ts from 'typescript';

const BOUND =
  /^(MAX|MOST|LONGEST|WIDEST|DEEPEST)(_|$)|^LAST_|^KEPT(_OF_A_KIND)?$|_(BYTES|LIMITS?|LENGTH|UNITS)$|^(LIMITS?|BOUNDS|(BASE_)?DEPTH)$/;

const isNumber = (node) =>
  ts.isNumericLiteral(node) ||
  (ts.isBinaryExpression(node) && isNumber(node.left) && isNumber(node.right)) ||
  (ts.isParenthesizedExpression(node) && isNumber(node.expression));

const removals = {
  /** Nothing is waited for until it is on the disk. */
  fsync(node) {
    if (!ts.isCallExpression(node)) return undefined;
    const { expression } = node;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.text;
    const isSync = ['sync', 'datasync'].includes(name) && node.arguments.length === 0;
    return isSync || name === 'fsyncFolder' ? 'Promise.resolve()' : undefined;
  },
  /** Each number of a constant that is named as a bound is as large as numbers are. */
  bound(node) {
    if (!isNumber(node) || isNumber(node.parent)) return undefined;
    let above = node.parent;
    // What is handed to a function is no bound but what it makes of it.
    const ends = [ts.isVariableDeclaration, ts.isFunctionLike, ts.isCallExpression];
    while (above && !ends.some((isEnd) => isEnd(above))) above = above.parent;
    const isBound = above && ts.isVariableDeclaration(above) && BOUND.test(above.name.getText());
    const isOfModule = isBound && ts.isSourceFile(above.parent.parent.parent);
    return isOfModule ? 'Number.MAX_SAFE_INTEGER' : undefined;
  },
};

export const KINDS = Object.keys(removals);

/** Every place where something of this kind stands, with the one change that takes it out. */
export function standingIn(file, code, kind) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const places = [];
  const visit = (node) => {
    const without = removals[kind](node);
    if (without !== undefined) {
      const [start, end] = [node.getStart(source), node.getEnd()];
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      places.push({ file, line, start, end, changes: [[`take the ${kind} out`, without]] });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return places;
}

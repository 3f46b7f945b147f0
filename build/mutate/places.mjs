// Where a small change of our own source would be a fault that some test should see.
import ts from 'typescript';

const FLIPPED = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '*': '/',
  '/': '*',
  '-': '+',
  '-=': '+=',
  '+=': '-=',
};
const METHODS = new Map(
  Object.entries({ some: 'every', every: 'some', min: 'max', max: 'min', floor: 'ceil', ceil: 'floor' }),
);
/** Without the call the types stay as they are. */
const DROPPED = new Set(['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'trim', 'slice']);
const SHOWN = /\p{Script=Han}/u;

/** What may be put in the place of a node, as [what was done, the new text]. Prefers changes that keep types. */
function changesOf(node, source) {
  const text = (of) => of.getText(source);
  const { parent } = node;
  if (ts.isBinaryExpression(node)) {
    const [left, operator, right] = [text(node.left), text(node.operatorToken), text(node.right)];
    if (operator === '??') return [['drop the fallback', left]];
    const numbers = operator === '+' && [node.left, node.right].some(ts.isNumericLiteral);
    const other = numbers ? '-' : FLIPPED[operator];
    return other ? [[`${operator} to ${other}`, `${left} ${other} ${right}`]] : [];
  }
  if (ts.isConditionalExpression(node)) {
    return [['swap the arms', `${text(node.condition)} ? ${text(node.whenFalse)} : ${text(node.whenTrue)}`]];
  }
  if (ts.isIfStatement(node)) {
    const rest = source.text.slice(node.expression.getEnd(), node.getEnd());
    const negated = `if (!(${text(node.expression)})${rest}`;
    const then = ts.isBlock(node.thenStatement) ? node.thenStatement.statements[0] : node.thenStatement;
    const guard =
      then && (ts.isReturnStatement(then) || ts.isThrowStatement(then) || ts.isContinueStatement(then));
    return [
      ['negate the condition', negated],
      ...(guard && !node.elseStatement ? [['remove the guard', ';']] : []),
    ];
  }
  if (ts.isExpressionStatement(node)) {
    const { expression } = node;
    const awaited = ts.isAwaitExpression(expression)
      ? [['drop await', `void ${text(expression.expression)};`]]
      : [];
    return [['drop the statement', ';'], ...awaited];
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return [['drop !', `(${text(node.operand)})`]];
  }
  if (ts.isNumericLiteral(node)) return [['one more', String(Number(node.text.replaceAll('_', '')) + 1)]];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [['true to false', 'false']];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [['false to true', 'true']];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    const isName = ts.isPropertyAssignment(parent) && parent.name === node;
    return SHOWN.test(node.text) && !isName ? [['empty the words', "''"]] : [];
  }
  if (ts.isTemplateHead(node)) return SHOWN.test(node.text) ? [['empty the words', '`${']] : [];
  if (ts.isTemplateMiddle(node)) return SHOWN.test(node.text) ? [['empty the words', '}${']] : [];
  if (ts.isTemplateTail(node)) return SHOWN.test(node.text) ? [['empty the words', '}`']] : [];
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0 ? [['empty the array', '[]']] : [];
  if (ts.isCallExpression(node)) return callChanges(node, text);
  return [];
}

function callChanges(node, text) {
  const changes = [];
  const { expression, arguments: args } = node;
  if (ts.isPropertyAccessExpression(expression)) {
    const { text: name } = expression.name;
    const rest = text(node).slice(text(expression).length);
    const other = METHODS.get(name);
    if (other)
      changes.push([`${name} to ${other}`, `${text(expression).slice(0, -name.length)}${other}${rest}`]);
    if (DROPPED.has(name)) changes.push([`drop ${name}`, text(expression.expression)]);
  }
  const [first, second, ...more] = args;
  const plain = (arg) => arg && (ts.isIdentifier(arg) || ts.isPropertyAccessExpression(arg));
  if (plain(first) && plain(second)) {
    const swapped = [second, first, ...more].map(text).join(', ');
    changes.push(['swap two arguments', `${text(expression)}(${swapped})`]);
  }
  return changes;
}

/** Every place in the bodies of functions; types and everything outside of bodies are left alone. */
export function placesOf(file, code) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const places = [];
  const visit = (node, inBody) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    const changes = inBody ? changesOf(node, source) : [];
    const [start, end] = [node.getStart(source), node.getEnd()];
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    if (changes.length > 0) places.push({ file, line, start, end, changes });
    node.forEachChild((child) => visit(child, inBody || (ts.isFunctionLike(node) && child === node.body)));
  };
  visit(source, false);
  return places;
}

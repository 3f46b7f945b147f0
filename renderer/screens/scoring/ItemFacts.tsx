import { showSource } from '../../components/show.ts';
import { type Target, criterionOf } from './target.ts';

/** What the standard says about the entry: criterion, basis, methods, department, deadline. */
export function ItemFacts({ target }: { readonly target: Target }) {
  const basis =
    target.kind === 'item'
      ? target.item.basis
      : target.kind === 'veto'
        ? target.veto.basis
        : target.entry.basis;
  const item = target.kind === 'item' ? target.item : undefined;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['依据', basis.map(showSource).join('；')],
    ['评价方式', item?.methods.join('、')],
    ['责任部门', item?.department],
    ['完成时限', item?.deadline],
    ['说明', item?.note],
  ];
  return (
    <div className="item-facts">
      {item && target.kind === 'item' && (
        <div className="item-path">{target.path.map((section) => section.title).join(' › ')}</div>
      )}
      <p className="item-criterion">{criterionOf(target)}</p>
      <dl>
        {facts
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

import { showSource } from '../ui/show.ts';
import type { Place } from '../../shared/standard/places.ts';
import './item.css';

/** What the standard says about the entry: criterion, basis, methods, department, deadline. */
export function ItemFacts({ place }: { readonly place: Place }) {
  const item = place.kind === 'item' ? place.item : undefined;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['依据', place.basis.map(showSource).join('；')],
    ['评价方式', item?.methods.join('、')],
    ['责任部门', item?.department],
    ['完成时限', item?.deadline],
    ['说明', item?.note],
  ];
  return (
    <div className="items-facts">
      {item && place.kind === 'item' && (
        <div className="items-path">{place.path.map((section) => section.title).join(' › ')}</div>
      )}
      <p className="items-criterion">{place.criterion}</p>
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

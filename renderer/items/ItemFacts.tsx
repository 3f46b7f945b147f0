import { exemptionOf, exemptionOrigin } from '../../shared/standard/gaps.ts';
import type { Place } from '../../shared/standard/places.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { sourceWords } from '../../shared/standard/source-words.ts';
import { ownOf, ownWords, vetoOrigin, vetoSentence } from '../../shared/standard/own-words.ts';
import './item.css';

interface Props {
  readonly place: Place;
  readonly standard: Standard;
  /** Of the unit: what it may leave out depends on it. */
  readonly category: string;
}

/** What the standard says about the entry: criterion, basis, what is its own, methods, department, deadline. */
export function ItemFacts({ place, standard, category }: Props) {
  const item = place.kind === 'item' ? place.item : undefined;
  const own = ownOf(place);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['依据', sourceWords(standard, place.basis).join('；')],
    ['自拟', own && ownWords(standard, own)],
    ...consequences(place, standard),
    ['评价方式', item?.methods.join('、')],
    ['责任部门', item?.department],
    ['完成时限', item?.deadline],
    ['说明', item?.note],
    ['合理缺项', item && exemptionText(standard, item, category)],
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

/** What follows besides points, and where that is written. */
function consequences(place: Place, standard: Standard): [string, string | undefined][] {
  switch (place.kind) {
    case 'veto':
      return [['后果', `${vetoSentence(standard, place.veto)}（出处：${vetoOrigin(standard, place.veto)}）`]];
    case 'item':
      return [];
    default:
      return [['另有规定', place.entry.consequence]];
  }
}

function exemptionText(
  standard: Standard,
  item: Parameters<typeof exemptionOf>[1],
  category: string,
): string {
  if (standard.notApplicable.rule === 'forbidden') return '';
  const exemption = exemptionOf(standard, item, category);
  return exemption.words === '' ? '' : `${exemption.words}（${exemptionOrigin(exemption, standard)}）`;
}

import { Button, Checkbox, Space } from 'antd';
import { isDoubtful, type SiteOffer } from '../../../shared/registers/sites/offers.ts';
import { allColumns } from '../../../shared/registers/year/columns.ts';
import { shownName } from '../../../shared/registers/sites/units.ts';
import { showableLines } from '../../../shared/values/text.ts';
import { useOpenYear } from '../../state/year-store.ts';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import './sites.css';

/** What the user said of each, by its key; what is not said is as sure as the offer. */
export type Ticks = Readonly<Record<string, boolean>>;

/** Whether anything would come of it. */
function isOpen({ entry, changes }: SiteOffer): boolean {
  return !entry || changes.length > 0;
}

export function isTicked(offer: SiteOffer, ticks: Ticks): boolean {
  return isOpen(offer) && (ticks[offer.key] ?? offer.isSure);
}

interface Props {
  readonly offers: readonly SiteOffer[];
  /** Which rows are not among them, and why. */
  readonly left: readonly string[];
  readonly ticks: Ticks;
  readonly setTicks: (ticks: Ticks) => void;
}

/** Units that could be taken into the list: new, there already, or there and saying something else. */
export function OfferTable({ offers, left, ticks, setTicks }: Props) {
  const { rows, more } = useShownRows(offers);
  const open = offers.filter(isOpen);
  const doubtful = open.filter(isDoubtful);
  // What is in doubt is looked at one by one.
  const all = (to: boolean) =>
    setTicks(Object.fromEntries(open.map((offer) => [offer.key, to && !isDoubtful(offer)])));
  return (
    <section className="sites-offers" aria-label="可以带来的单位">
      <Space wrap>
        <Button size="small" onClick={() => all(true)}>
          全选
        </Button>
        <Button size="small" onClick={() => all(false)}>
          全不选
        </Button>
        <span className="ui-muted">
          新单位 {offers.filter(({ entry }) => !entry).length} 个，已在名录、有变化的{' '}
          {offers.filter((each) => each.entry && isOpen(each)).length} 个，已在名录、没有变化的{' '}
          {offers.length - open.length} 个。
          {doubtful.length > 0 && `有疑问的 ${doubtful.length} 个，全选不选它们，请核对后逐个勾选。`}
        </span>
      </Space>
      {left.length > 0 && (
        <div className="registers-soon" role="note">
          没有列入的 {left.length} 行：
          {left.map((words) => (
            <div key={words}>{showableLines(words)}</div>
          ))}
        </div>
      )}
      <table className="registers-months">
        <thead>
          <tr>
            <th scope="col">带来</th>
            <th scope="col">单位名称</th>
            <th scope="col">名录里</th>
            <th scope="col">填什么</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((offer) => (
            <OfferRow
              key={offer.key}
              offer={offer}
              checked={isTicked(offer, ticks)}
              onTick={(to) => setTicks({ ...ticks, [offer.key]: to })}
            />
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}

function OfferRow({
  offer,
  checked,
  onTick,
}: {
  readonly offer: SiteOffer;
  readonly checked: boolean;
  readonly onTick: (to: boolean) => void;
}) {
  const { value } = useOpenYear();
  const { fields, apart, entry, into, changes, notes, doubts, refused } = offer;
  const name = shownName((fields['name'] ?? '') + apart);
  const labels = new Map(allColumns(value, 'sites').map(({ code, label }) => [code, label]));
  const said = entry
    ? changes.map(({ code, from, to }) => ({ code, words: `${from || '（空）'} → ${to || '（空）'}` }))
    : Object.entries(fields)
        .filter(([code]) => code !== 'name')
        .map(([code, words]) => ({ code, words }));
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={`带来${name}`}
          checked={checked}
          disabled={!isOpen(offer)}
          onChange={({ target }) => onTick(target.checked)}
        />
      </td>
      <th scope="row">
        {name}
        {doubts.map((doubt) => (
          <div key={doubt} className="registers-soon">
            {showableLines(doubt)}
          </div>
        ))}
      </th>
      <td>
        {!entry ? '没有' : changes.length > 0 ? '有，有变化' : refused === '' ? '有，相同' : '有，不改'}
        {into !== '' && <div className="ui-muted">{into}</div>}
      </td>
      <td>
        {said.map(({ code, words }) => (
          <div key={code}>
            {labels.get(code)}：{shownName(words)}
          </div>
        ))}
        {[...notes, refused].filter(Boolean).map((note) => (
          <div key={note} className="ui-muted">
            {showableLines(note)}
          </div>
        ))}
      </td>
    </tr>
  );
}

import { Button, Checkbox, Space } from 'antd';
import type { SiteOffer } from '../../../shared/registers/sites/carry.ts';
import { allColumns } from '../../../shared/registers/year/columns.ts';
import { useOpenYear } from '../../state/year-store.ts';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import './sites.css';

/** What the user said of each, by its key; what is not said is as sure as the offer. */
export type Ticks = Readonly<Record<string, boolean>>;

interface ShownOffer extends SiteOffer {
  readonly doubts?: readonly string[];
}

/** Whether anything would come of it. */
function isOpen({ entry, changes }: SiteOffer): boolean {
  return !entry || changes.length > 0;
}

export function isTicked(offer: SiteOffer, ticks: Ticks): boolean {
  return isOpen(offer) && (ticks[offer.key] ?? offer.isSure);
}

interface Props {
  readonly offers: readonly ShownOffer[];
  readonly ticks: Ticks;
  readonly setTicks: (ticks: Ticks) => void;
}

/** Units that could be taken into the list: new, there already, or there and saying something else. */
export function OfferTable({ offers, ticks, setTicks }: Props) {
  const { rows, more } = useShownRows(offers);
  const open = offers.filter(isOpen);
  const all = (to: boolean) => setTicks(Object.fromEntries(open.map(({ key }) => [key, to])));
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
        </span>
      </Space>
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
  readonly offer: ShownOffer;
  readonly checked: boolean;
  readonly onTick: (to: boolean) => void;
}) {
  const { value } = useOpenYear();
  const { fields, entry, changes, doubts = [] } = offer;
  const name = fields['name'] ?? '';
  const labels = new Map(allColumns(value, 'sites').map(({ code, label }) => [code, label]));
  const said = entry
    ? changes.map(({ code, from, to }) => ({ code, words: `${from === '' ? '（空）' : from} → ${to}` }))
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
            {doubt}
          </div>
        ))}
      </th>
      <td>{!entry ? '没有' : changes.length === 0 ? '有，相同' : '有，有变化'}</td>
      <td>
        {said.map(({ code, words }) => (
          <div key={code}>
            {labels.get(code)}：{words}
          </div>
        ))}
      </td>
    </tr>
  );
}

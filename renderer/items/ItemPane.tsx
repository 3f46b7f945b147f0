import type { ReactNode } from 'react';
import { Tag } from 'antd';
import type { Place } from '../../shared/standard/places.ts';
import { type Standard, VETO_EFFECT_LABELS } from '../../shared/standard/schema.ts';
import { vetoHeading } from '../../shared/standard/own-words.ts';
import { RULE_LABELS } from '../../shared/standard/rules.ts';
import { showPoints } from '../../shared/values/points.ts';
import { FieldScope } from '../ui/fields/drafts.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { Pane } from './Panes.tsx';
import './item.css';
import './panes.css';

interface Props {
  /** Accessible name: 评分, 核验. */
  readonly label: string;
  readonly place: Place;
  readonly standard: Standard;
  /** Of the unit. */
  readonly category: string;
  /** What is stated, found and said of it. */
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** The entry at hand: what the standard says of it, the work on it, what can be done next. */
export function ItemPane({ label, place, standard, category, children, actions }: Props) {
  return (
    <Pane name="item" label={label} className="items-middle">
      <header className="items-head">
        <h2>
          <span className="items-code">{place.code}</span> {place.title}
        </h2>
        <span className="items-tags">
          <PlaceTags place={place} standard={standard} />
        </span>
      </header>
      <ItemFacts place={place} standard={standard} category={category} />
      <FieldScope name={place.code}>{children}</FieldScope>
      <div className="items-actions">{actions}</div>
    </Pane>
  );
}

function PlaceTags({ place, standard }: Pick<Props, 'place' | 'standard'>) {
  switch (place.kind) {
    case 'item':
      return (
        <>
          <Tag>{RULE_LABELS[place.item.rule.kind]}</Tag>
          <strong>分值 {showPoints(place.item.fullScore)} 分</strong>
        </>
      );
    case 'veto':
      return (
        <>
          <Tag color="red">{VETO_EFFECT_LABELS[place.veto.effect]}</Tag>
          <Tag>{place.veto.own ? '否决事项（非通知规定）' : vetoHeading(standard)}</Tag>
        </>
      );
    default:
      return <Tag>{place.block.title}</Tag>;
  }
}

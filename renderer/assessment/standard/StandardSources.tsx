import { Card } from 'antd';
import { SOURCE_TIER_LABELS, type Standard } from '../../../shared/standard/schema.ts';

/** The documents that the standard cites, and its own remarks. */
export function StandardSources({ standard: { sources, notes } }: { standard: Standard }) {
  if (sources.length + notes.length === 0) return null;
  return (
    <Card size="small" title="来源文件与说明">
      <ul className="ui-notes">
        {sources.map(({ document, title, tier, note }) => (
          <li key={document}>
            {tier && `【${SOURCE_TIER_LABELS[tier]}】`}
            {document}：{title}
            {note && `（${note}）`}
          </li>
        ))}
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Card>
  );
}

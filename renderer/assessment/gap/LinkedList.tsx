import { Button } from 'antd';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';

interface Props {
  readonly title: string;
  /** What to say where there is none. */
  readonly none: string;
  readonly lines: readonly { readonly key: string; readonly text: string; readonly onJump: () => void }[];
}

/** A short list of things to look at; each leads there. */
export function LinkedList({ title, none, lines }: Props) {
  const { rows, more } = useShownRows(lines);
  return (
    <section aria-label={title}>
      <h3>
        {title} {lines.length}
      </h3>
      {lines.length === 0 ? (
        <p className="ui-muted">✓ {none}</p>
      ) : (
        <ul>
          {rows.map(({ key, text, onJump }) => (
            <li key={key}>
              <Button type="link" size="small" onClick={onJump}>
                {text}
              </Button>
            </li>
          ))}
          {more && <li role="presentation">{more}</li>}
        </ul>
      )}
    </section>
  );
}

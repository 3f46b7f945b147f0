import { Fragment, memo } from 'react';
import { registerOf } from '../../shared/registers/kinds.ts';
import { SEARCH_GROUPS } from '../../shared/search/line.ts';
import { type Mark, marksIn } from '../../shared/search/match.ts';
import type { Hit, HitGroup } from '../../shared/search/search.ts';

interface Props {
  readonly groups: readonly HitGroup[];
  readonly words: readonly string[];
  readonly chosen: Hit | undefined;
  readonly onPick: (hit: Hit) => void;
}

export function idOfHit({ line, document }: Hit): string {
  return `hit-${line.group}-${document.id}-${line.id}`;
}

/** What is found, by groups; the keyboard stays in the field. */
export function HitList({ groups, words, chosen, onPick }: Props) {
  return (
    <div id="search-hits" role="listbox" aria-label="找到的内容" className="search-hits">
      {groups.map(({ group, hits, more }) => (
        <div key={group} role="group" aria-label={SEARCH_GROUPS[group]}>
          <div className="search-group" aria-hidden>
            {SEARCH_GROUPS[group]}
          </div>
          {hits.map((hit) => (
            <HitLine key={idOfHit(hit)} {...{ hit, words, onPick }} isChosen={hit === chosen} />
          ))}
          {more > 0 && <div className="ui-muted search-more">{`还有 ${more} 条，请多输几个字`}</div>}
        </div>
      ))}
    </div>
  );
}

interface LineProps {
  readonly hit: Hit;
  readonly words: readonly string[];
  readonly isChosen: boolean;
  readonly onPick: (hit: Hit) => void;
}

const HitLine = memo(function HitLine({ hit, words, isChosen, onPick }: LineProps) {
  const { line, document, where } = hit;
  const isInside = line.group !== document.document;
  const beside = isInside
    ? [
        (line.group === 'entry' || line.group === 'statTable') &&
          line.register &&
          registerOf(line.register).label,
        document.title,
      ]
        .filter(Boolean)
        .join(' · ')
    : document.texts.filter((text) => !line.title.includes(text)).join(' · ');
  return (
    <div
      id={idOfHit(hit)}
      role="option"
      aria-selected={isChosen}
      className="search-hit"
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(hit)}
    >
      <span className="search-title">
        {line.code !== undefined && (
          <span className="ui-numbers search-code">
            <Marked text={line.code} words={words} />
          </span>
        )}
        <Marked text={line.title} words={words} />
      </span>
      <span className="ui-muted search-beside">
        <Marked text={beside} words={words} />
      </span>
      {where !== undefined && isInside && (
        <span className="ui-muted search-where">
          <Marked text={where} words={words} />
        </span>
      )}
    </div>
  );
});

/** A text, with what was found in it pointed out. */
function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  return pieces(text, marksIn(text, words)).map(({ from, part, isFound }) =>
    isFound ? <mark key={from}>{part}</mark> : <Fragment key={from}>{part}</Fragment>,
  );
}

function pieces(text: string, marks: readonly Mark[]) {
  const ends = [0, ...marks.flat(), text.length];
  return ends.slice(1).flatMap((to, index) => {
    const from = ends[index]!;
    return to > from ? [{ from, part: text.slice(from, to), isFound: index % 2 === 1 }] : [];
  });
}

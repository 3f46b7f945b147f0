import { isUnchecked, lineName } from '../../../shared/standard/basis.ts';
import { lineNameIn } from '../../../shared/campaign/words.ts';
import { Alert, Input, type InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { showPoints } from '../../../shared/values/points.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { AuthorityTag } from '../../ui/AuthorityTag.tsx';
import { useCommand } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useShownRows } from '../../ui/list/use-shown-rows.tsx';
import { useOpen } from '../../state/derived.ts';
import { StandardBlock } from './StandardBlock.tsx';
import { StandardSources } from './StandardSources.tsx';
import { standardBlocks } from './standard-rows.ts';
import './standard.css';

/** 标准: the standard of the open assessment. */
export function StandardScreen() {
  const { standard, assessment } = useOpen();
  return <StandardView standard={standard} line={lineNameIn(assessment.campaign, standard)} />;
}

/** Sections that are drawn at once. */
const BLOCKS = 12;

interface ViewProps {
  readonly standard: Standard;
  /** What its line is called where a campaign is at hand. */
  readonly line?: string;
}

/** A standard as a table, with its sources. */
export function StandardView({ standard, line = lineName(standard) }: ViewProps) {
  const [search, setSearch] = useState('');
  const field = useRef<InputRef>(null);
  useCommand('find', () => field.current?.focus({ cursor: 'all' }));
  const wanted = search.trim();
  const blocks = useMemo(() => standardBlocks(standard), [standard]);
  const shown = blocks
    .map((block) => ({ ...block, rows: block.rows.filter(({ text }) => text.includes(wanted)) }))
    .filter(({ rows }) => rows.length > 0);
  const { rows: drawn, more } = useShownRows(shown, BLOCKS);

  return (
    <div className="ui-page">
      <div className="ui-page-title">
        <h2>
          {standard.title} {standard.edition}{' '}
          <AuthorityTag standard={standard} unchecked={isUnchecked(standard)} />
        </h2>
        <Input.Search
          ref={field}
          className="standard-search ui-no-print"
          aria-label="在标准中查找"
          placeholder="查找项目、评分标准、材料、依据"
          allowClear
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      {standard.statement && <Alert type="info" showIcon title={standard.statement} />}
      <div className="ui-muted">
        满分 {showPoints(standard.fullScore)} 分，{line} {showPoints(standard.passScore)} 分
        {standard.issuer && `；制定：${standard.issuer}`}
        {standard.documentNumber && `；文号：${standard.documentNumber}`}
      </div>
      {shown.length === 0 && <EmptyState text={`没有找到“${wanted}”`} />}
      {drawn.map((block) => (
        <StandardBlock key={block.code} block={block} />
      ))}
      {more}
      {wanted === '' && <StandardSources standard={standard} />}
    </div>
  );
}

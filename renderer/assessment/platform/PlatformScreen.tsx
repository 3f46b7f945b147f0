import { Select } from 'antd';
import { Fragment, useMemo, useState } from 'react';
import { type PlatformEntry, platformEntries } from '../../../shared/package/platform.ts';
import { byWords } from '../../../shared/standard/basis.ts';
import { useOpen, useReport } from '../../state/derived.ts';
import { call } from '../../ui/call/client.ts';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { CopyCell } from './CopyCell.tsx';
import './platform.css';

/** Each text is copied by itself: the platform has a field for each. */
const COLUMNS: readonly (readonly [title: string, of: (entry: PlatformEntry) => readonly string[]])[] = [
  ['自评说明', ({ text }) => [text]],
  ['得分', ({ score }) => (isNumber(score) ? [score] : [])],
  ['数据', ({ data }) => [data]],
  ['文件名', ({ files }) => files.map(({ name }) => name)],
];

const isNumber = (score: string): boolean => /^\d/.test(score);

/** 平台填报: what the 督导平台 asks for, indicator by indicator, to be copied over. */
export function PlatformScreen() {
  const { assessment, standard } = useOpen();
  const report = useReport();
  const entries = useMemo(
    () => platformEntries(standard, assessment, report),
    [standard, assessment, report],
  );
  const sections = [...new Set(entries.map(({ section }) => section))];
  const [chosen, setChosen] = useState<string>();
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const section = chosen !== undefined && sections.includes(chosen) ? chosen : sections[0];
  const rows = entries.filter((entry) => entry.section === section);
  const by = byWords(standard);

  return (
    <div className="ui-page">
      <div className="ui-page-title">
        <h2>平台填报</h2>
        <MadeFileButton make={() => call('platformTable', { id: assessment.id })}>
          导出为表格（xlsx）
        </MadeFileButton>
      </div>
      <p className="ui-muted">
        在河南省依法行政督导平台逐项填报时，从这里复制；本软件不联网，不会自动上报。文件名与压缩包里的一致。
        {by !== '' && `得分是${by}自评的，填报正式分数须按正式验收标准自评。`}
      </p>
      <label className="platform-section">
        指标
        <Select
          aria-label="指标"
          value={section}
          options={sections.map((value) => ({ value, label: value }))}
          onChange={setChosen}
        />
      </label>
      <div className="platform-scroll">
        <table className="platform-table">
          <thead>
            <tr>
              <th scope="col">评分项</th>
              {COLUMNS.map(([title]) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((entry) => (
              <tr key={entry.code}>
                <th scope="row">
                  {entry.code} {entry.title}
                </th>
                {COLUMNS.map(([title, of]) => (
                  <td key={title}>
                    {of(entry).every((text) => text === '') && (
                      <span className="ui-muted">{(title === '得分' && entry.score) || '无'}</span>
                    )}
                    {of(entry).map((text, index) => {
                      const nth = index === 0 ? '' : ` ${index + 1}`;
                      const what = `${entry.code} ${title}${nth}`;
                      // What was changed since is to be copied anew.
                      const key = `${what}\n${text}`;
                      const elsewhere = title === '文件名' ? (entry.files[index]?.elsewhere ?? '') : '';
                      return text === '' ? null : (
                        <Fragment key={what}>
                          <CopyCell
                            what={what}
                            text={text}
                            done={copied.has(key)}
                            onCopied={() => setCopied((known) => new Set([...known, key]))}
                          />
                          {elsewhere !== '' && <div className="ui-muted">在{elsewhere}的文件夹里</div>}
                        </Fragment>
                      );
                    })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

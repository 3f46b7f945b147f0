import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import type { JobResult, PackageFileKind } from '../../../shared/contract/contract.ts';
import { kindWords } from '../../../shared/campaign/words.ts';
import { choicesOf } from '../../../shared/review/recommending.ts';
import type { Choice } from '../../../shared/review/schema.ts';
import { call } from '../../ui/call/client.ts';
import { runJob } from '../../ui/call/jobs.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { type OpenDesk, useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { useJob } from '../../ui/call/use-job.ts';
import { OfficeField } from '../OfficeField.tsx';
import { useDelivery } from '../../ui/use-delivery.tsx';
import './exports.css';

type Scope = 'selected' | 'chosen' | 'done' | 'all';
type Made = Extract<JobResult, { kind: 'deskFiles' }>;

const KINDS: readonly { what: PackageFileKind; label: string }[] = [
  { what: 'report-docx', label: '导出核验报告（Word）' },
  { what: 'report-xlsx', label: '导出核验报告（Excel）' },
  { what: 'feedback', label: '导出反馈包' },
];

/** Files per package: several come as one .zip. */
export function PackageFiles() {
  const { desk, candidates, standard } = useOpenDesk();
  const selected = useDesk((state) => state.selected);
  const job = useJob('导出核验文件');
  const deliver = useDelivery();
  const [made, setMade] = useState<Made>();
  const [wanted, setWanted] = useState<Scope>();
  const scopes = scopesOf(
    kindWords(desk.campaign).act,
    choicesOf(desk, standard),
    candidates,
    selected,
  ).filter(({ keys }) => keys.length > 0);
  const scope = scopes.find(({ value }) => value === wanted) ?? scopes[0];

  const run = async (what: PackageFileKind) => {
    if (!scope) return;
    setMade(undefined);
    const { keys } = scope;
    const result = await job.run(async (options) => {
      // The office that was just typed goes into the feedback.
      await useDesk.getState().saved();
      const files = await runJob(
        'deskFiles',
        call('exportPackageFiles', { id: desk.id, keys: [...keys], what }),
        options,
      );
      if (files.files > 0) deliver(files.file);
      return files;
    });
    setMade(result);
  };
  return (
    <div className="exports-cards">
      <section aria-label="核验报告和反馈包" style={{ gridColumn: '1 / -1' }}>
        <h3>核验报告和反馈包</h3>
        <p>
          核验报告每个单位一份：逐项两种得分、理由、发现的问题和结论。反馈包发回单位，单位用本程序打开，可看到哪些没有认可和原因，并接着做下一版。
        </p>
        <Radio.Group
          aria-label="导出哪些推荐包"
          value={scope?.value}
          onChange={({ target }) => setWanted(target.value as Scope)}
          options={scopes.map(({ value, label, keys }) => ({ value, label: `${label}（${keys.length}）` }))}
        />
        <OfficeField />
        <div className="desk-tools">
          {KINDS.map(({ what, label }) => (
            <Button key={what} disabled={!scope} onClick={() => void run(what)}>
              {label}
            </Button>
          ))}
        </div>
        <FailureNotice failure={job.failure} onClose={job.dismiss} />
        {made && (
          <Alert
            type={made.failed.length > 0 ? 'warning' : 'success'}
            showIcon
            title={`做好 ${made.files} 份${made.failed.length > 0 ? `，没有做成 ${made.failed.length} 份` : ''}：${made.file.fileName}`}
            description={
              made.failed.length > 0 && (
                <ul className="ui-notes" aria-label="没有做成的">
                  {made.failed.map(({ key, unit, message }) => (
                    <li key={key}>
                      {unit}：{message}
                    </li>
                  ))}
                </ul>
              )
            }
          />
        )}
        <ProgressModal title="正在导出" progress={job.progress} onCancel={job.cancel} />
      </section>
    </div>
  );
}

function scopesOf(
  act: string,
  choices: readonly Choice[],
  candidates: OpenDesk['candidates'],
  selected: readonly string[],
): { value: Scope; label: string; keys: readonly string[] }[] {
  const keysOf = (rows: typeof candidates) => rows.map(({ key }) => key);
  return [
    { value: 'selected', label: '总表里选中的', keys: selected },
    { value: 'done', label: '已核的', keys: keysOf(candidates.filter(({ state }) => state === 'done')) },
    {
      value: 'chosen',
      label: `拟${act}的`,
      keys: keysOf(candidates.filter(({ key }) => choices.some((choice) => choice.key === key))),
    },
    { value: 'all', label: '全部', keys: keysOf(candidates) },
  ];
}

import { App, Alert, Button, Card } from 'antd';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { paperTitleOf } from '../../../shared/papers/kinds.ts';
import { useOpen } from '../../state/derived.ts';
import { call } from '../../ui/call/client.ts';
import type { ChosenFile } from '../../ui/call/files.ts';
import { useAnswer, useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { FolderPath } from '../../ui/FolderPath.tsx';
import { useFileTarget } from '../../ui/intake/targets.ts';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { useAsk } from '../../ui/use-ask.ts';
import { FieldList } from './FieldList.tsx';
import { paperMade } from './PaperList.tsx';

const listTemplates = () => call('listPaperTemplates', {});
type Template = CallOutput<'listPaperTemplates'>['templates'][number];

/** The office's own templates beside ours: added, filled, moved away; what is wrong with one is named all at once. */
export function OwnTemplates() {
  const { value, failure, retry } = useAnswer(listTemplates);
  const adding = useCall();
  const [refused, setRefused] = useState<Template>();
  const [fieldsShown, setFieldsShown] = useState(false);
  const { message } = App.useApp();
  const add = async ([file]: readonly ChosenFile[]) => {
    if (!file) return;
    setRefused(undefined);
    const added = await adding.run(async () => call('addPaperTemplate', { token: await file.offer() }));
    if (!added) return;
    if (added.faults.length > 0) setRefused(added);
    else message.success(`已添加“${added.name}”`);
    await retry();
  };
  useFileTarget('screen', () => ({ words: '松开，添加为自己的文书模板', take: (files) => void add(files) }));
  return (
    <Card title="自己的模板" size="small">
      <p className="ui-muted">
        导出上面的模板，在 WPS 或 Word 里改版式、改文字，【】里的字段名不要改，另存为 .docx 后添加到这里。
      </p>
      <FailureNotice failure={failure} onRetry={() => void retry()} />
      <FailureNotice failure={adding.failure} onClose={adding.dismiss} />
      {refused && <Faults template={refused} onClose={() => setRefused(undefined)} />}
      <div className="papers-buttons">
        <FilePickButton
          label="添加自己的模板"
          purpose="paperTemplate"
          disabled={adding.busy}
          onFiles={(files) => void add(files)}
        />
        <Button onClick={() => setFieldsShown(true)}>字段一览</Button>
        <Button onClick={() => void retry()}>刷新</Button>
      </div>
      {value && value.templates.length > 0 && (
        <ul className="papers-list">
          {value.templates.map((template) => (
            <OwnTemplate key={template.name} template={template} onGone={() => void retry()} />
          ))}
        </ul>
      )}
      {value && <FolderPath folder={value.folder} />}
      {fieldsShown && <FieldList onClose={() => setFieldsShown(false)} />}
    </Card>
  );
}

function Faults({ template, onClose }: { readonly template: Template; readonly onClose: () => void }) {
  return (
    <Alert
      type="error"
      showIcon
      title={`没有添加“${template.name}”：有${template.faults.length}处要改`}
      description={<FaultLines faults={template.faults} />}
      closable={{ onClose, 'aria-label': '关闭提示' }}
    />
  );
}

function FaultLines({ faults }: { readonly faults: readonly string[] }) {
  return (
    <ol className="papers-faults">
      {faults.map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
    </ol>
  );
}

interface OwnProps {
  readonly template: Template;
  readonly onGone: () => void;
}

function OwnTemplate({ template: { name, faults, remarks }, onGone }: OwnProps) {
  const { assessment } = useOpen();
  const moving = useCall();
  const ask = useAsk(() => document.querySelector<HTMLElement>('.papers h2'));
  const { message } = App.useApp();
  const remove = async () => {
    const moved = await moving.run(() => call('removePaperTemplate', { name }));
    if (moved) message.success(`已移到 ${moved.movedTo}`);
    onGone();
  };
  const title = name.replace(/\.docx$/i, '');
  const paper = paperTitleOf(name, assessment.campaign);
  return (
    <li>
      <div>
        <strong>{title}</strong>
        {paper !== title && <div className="ui-muted">文书名称：{paper}</div>}
        {remarks.length > 0 && (
          <div className="papers-empty">
            提醒事项，不影响生成：
            <FaultLines faults={remarks} />
          </div>
        )}
        {faults.length > 0 && (
          <div className="ui-field-problem">
            有{faults.length}处要改，改好之前不能生成：
            <FaultLines faults={faults} />
          </div>
        )}
        <FailureNotice failure={moving.failure} onClose={moving.dismiss} />
      </div>
      <div className="papers-buttons">
        <MadeFileButton
          type="primary"
          aria-label={`生成${title}`}
          disabled={faults.length > 0}
          make={() => paperMade({ of: 'office', name })}
        >
          生成
        </MadeFileButton>
        <Button
          aria-label={`移走${title}`}
          onClick={() =>
            ask({
              title: `移走模板“${title}”？`,
              content: '模板会移到“已删除”文件夹，不会抹掉；已经生成的文书不受影响。',
              okText: '移走',
              cancelText: '不移走',
              onOk: remove,
            })
          }
        >
          移走
        </Button>
      </div>
    </li>
  );
}

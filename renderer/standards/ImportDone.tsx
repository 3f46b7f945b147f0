import { capWords } from '../../shared/tables/draft/block-caps.ts';
import { lineName } from '../../shared/standard/basis.ts';
import { Alert, Button, Descriptions, Space } from 'antd';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { showPoints } from '../../shared/values/points.ts';
import { RULE_LABELS, type RuleKind } from '../../shared/standard/rules.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { allItems } from '../../shared/standard/places.ts';
import { standardWords } from './content-words.ts';
import { MadeFileButton } from '../ui/MadeFileButton.tsx';
import { useLanding } from '../ui/use-landing.ts';

/** What was saved. */
export type Done = CallOutput<'finishImport'>;

interface Props {
  readonly result: Done;
  readonly onNew: () => void;
  readonly onShow: () => void;
  readonly onClose: () => void;
}

/** What was made, and what can be done with it. */
export function ImportDone({ result, onNew, onShow, onClose }: Props) {
  const { standard, findings, report } = result;
  const main = useLanding<HTMLElement>();
  return (
    <main className="ui-page" ref={main} tabIndex={-1}>
      <section className="ui-export-success ui-stack" aria-label="保存成功">
        <h3>
          ✓ 已保存到标准库：{standard.title} {standard.edition}
        </h3>
        <StandardCounts standard={standard} />
        {findings.length > 0 && (
          <Alert type="warning" showIcon title={`还有 ${findings.length} 条提示，已随检查步骤列出`} />
        )}
        <Space wrap>
          <Button type="primary" onClick={onNew}>
            用它新建自评
          </Button>
          <Button onClick={onShow}>查看标准</Button>
          {report && <MadeFileButton make={() => Promise.resolve(report)}>导入报告（xlsx）</MadeFileButton>}
          <Button onClick={onClose}>回标准库</Button>
        </Space>
      </section>
    </main>
  );
}

export function StandardCounts({ standard }: { readonly standard: Standard }) {
  const items = allItems(standard);
  const rules = (Object.keys(RULE_LABELS) as RuleKind[])
    .map((kind) => ({ kind, count: items.filter(({ item }) => item.rule.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const { fullScore, passScore, bonus, penalty } = standard;
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        {
          key: 'items',
          label: '内容',
          children: standardWords(standard),
        },
        {
          key: 'score',
          label: '分值',
          children: [
            fullScore > 0 && `总分 ${showPoints(fullScore)} 分`,
            passScore > 0 && `${lineName(standard)} ${showPoints(passScore)} 分`,
            bonus && capWords('bonus', bonus.cap),
            penalty && capWords('penalty', penalty.cap),
          ]
            .filter(Boolean)
            .join('，'),
        },
        {
          key: 'rules',
          label: '计分规则',
          children: rules.map(({ kind, count }) => `${RULE_LABELS[kind]} ${count} 项`).join('，'),
        },
        // While it is being made some of it is not known.
      ].filter(({ children }) => children !== '')}
    />
  );
}

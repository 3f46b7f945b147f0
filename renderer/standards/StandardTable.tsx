import { isUnchecked, lineName } from '../../shared/standard/basis.ts';
import { Button, Table } from 'antd';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { allItems } from '../../shared/standard/places.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { showPoints } from '../../shared/values/points.ts';
import { AuthorityTag } from '../ui/AuthorityTag.tsx';
import { StandardActions, type StandardHandlers } from './StandardActions.tsx';

interface Props extends StandardHandlers {
  /** Absent: not read yet. */
  readonly library: CallOutput<'listStandards'> | undefined;
  readonly onShow: (standard: Standard) => void;
}

/** Every standard in a line: what it is, whose, how large. */
export function StandardTable({ library, onShow, ...handlers }: Props) {
  const isOwn = ({ id }: Standard) => library?.own.includes(id) ?? false;
  return (
    <Table<Standard>
      size="small"
      rowKey="id"
      loading={!library}
      pagination={false}
      dataSource={library?.standards}
      scroll={{ x: 840 }}
      columns={[
        {
          title: '标准',
          key: 'title',
          render: (_, standard) => (
            <>
              <Button type="link" className="ui-link-left" onClick={() => onShow(standard)}>
                {standard.title} {standard.edition}
              </Button>
              <div className="ui-muted">
                <AuthorityTag standard={standard} unchecked={isUnchecked(standard)} />
                {isOwn(standard) ? '本机导入' : '随程序提供，只读'}
                {standard.documentNumber && ` · ${standard.documentNumber}`}
              </div>
            </>
          ),
        },
        { title: '评分项', width: 80, render: (_, standard) => allItems(standard).length },
        {
          title: '总分',
          width: 140,
          render: (_, standard) => (
            <>
              {showPoints(standard.fullScore)} 分
              <div className="ui-muted">
                {lineName(standard)} {showPoints(standard.passScore)} 分
              </div>
            </>
          ),
        },
        {
          title: '操作',
          width: 470,
          render: (_, standard) => (
            <StandardActions
              {...handlers}
              standard={standard}
              own={isOwn(standard)}
              hasOriginal={library?.withOriginal?.includes(standard.id) ?? false}
            />
          ),
        },
      ]}
    />
  );
}

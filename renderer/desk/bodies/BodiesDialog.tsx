import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { bodyNames } from '../../../shared/review/desk-row.ts';
import { isListedBody } from '../../../shared/review/listed-bodies.ts';
import { placesFor } from '../../../shared/review/quota.ts';
import { BODY_LENGTH } from '../../../shared/review/schema.ts';
import { isSameName } from '../../../shared/values/bare-name.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { FieldNote, overLength } from '../../ui/fields/length.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { UnlistedNote } from '../BodyField.tsx';
import { useRows } from '../use-ranked.ts';
import './bodies.css';

/** The bodies of a provincial desk: added, renamed, two spellings made one. Each is a step of undo. */
export function BodiesDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnFocus();
  const { desk } = useOpenDesk();
  const rows = useRows();
  const names = bodyNames(desk, rows);
  const isAnyListed = names.some((name) => isListedBody(desk.campaign, name));
  return (
    <Modal
      open
      width={720}
      title="推荐单位名单"
      onCancel={onClose}
      footer={<Button onClick={onClose}>关闭</Button>}
    >
      <p className="desk-sentence">
        改名时写成名单里已有的名称，两个就合并成一个；只差全角半角、空格的算同一个。都可以撤销。
        {isAnyListed &&
          '通知列出的不能改名或并入别的：推荐包归错了的，请在核验总表里改这些推荐包的推荐单位。'}
      </p>
      <Adding />
      {names.length === 0 ? (
        <p className="desk-sentence">
          还没有推荐单位。推荐活动没有列出名单，可在这里添加，收件时也可以直接填写。
        </p>
      ) : (
        <table className="ui-terms bodies-table">
          <thead>
            <tr>
              <th scope="col">推荐单位</th>
              <th scope="col">推荐包</th>
              <th scope="col">名额</th>
              <th scope="col">处理</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <BodyRow
                key={name}
                name={name}
                names={names}
                under={rows.filter(({ body }) => isSameName(body, name)).map(({ key }) => key)}
              />
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  );
}

interface BodyRowProps {
  readonly name: string;
  /** All of the list. */
  readonly names: readonly string[];
  /** The keys of its packages. */
  readonly under: readonly string[];
}

function BodyRow({ name, names, under }: BodyRowProps) {
  const { campaign } = useOpenDesk().desk;
  const { edit } = useDesk.getState();
  const [renaming, setRenaming] = useState(false);
  if (renaming) {
    const rename = (to: string): void => {
      setRenaming(false);
      if (to === '' || to === name) return;
      void edit({ kind: 'renameBody', from: name, to: existing(names, name, to), keys: [...under] });
    };
    return (
      <tr>
        <th scope="row" colSpan={4}>
          <Rename name={name} onDone={rename} />
        </th>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{under.length} 份</td>
      <td>{placesWords(campaign.quota && placesFor(campaign.quota, name))}</td>
      <td>
        {isListedBody(campaign, name) ? (
          <span className="ui-muted">通知列出，不能改名</span>
        ) : (
          <Button
            size="small"
            type="link"
            aria-label={`改名或合并 ${name}`}
            onClick={() => setRenaming(true)}
          >
            改名或合并
          </Button>
        )}
        {!isListedBody(campaign, name) && under.length === 0 && (
          <Button
            size="small"
            type="link"
            aria-label={`删除 ${name}`}
            onClick={() => void edit({ kind: 'removeBody', body: name })}
          >
            删除
          </Button>
        )}
      </td>
    </tr>
  );
}

function Adding() {
  const [added, setAdded] = useState('');
  const [asked, setAsked] = useState(false);
  const problem = overLength(added.trim(), BODY_LENGTH);
  const add = (): void => {
    const body = added.trim();
    if (problem !== undefined || body === '') {
      setAsked(true);
      return;
    }
    setAsked(false);
    void useDesk.getState().edit({ kind: 'addBody', body });
    setAdded('');
  };
  return (
    <>
      <div className="bodies-add">
        <Input
          aria-label="新的推荐单位"
          placeholder="新的推荐单位，如：示例市"
          value={added}
          onChange={({ target }) => setAdded(target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) add();
          }}
        />
        <Button onClick={add}>添加</Button>
      </div>
      <FieldNote problem={problem ?? (asked && added.trim() === '' ? '请填写推荐单位的名称' : undefined)} />
    </>
  );
}

/** Of a body that is there already its own spelling. */
function existing(names: readonly string[], from: string, to: string): string {
  return names.find((name) => name !== from && isSameName(name, to)) ?? to;
}

interface RenameProps {
  readonly name: string;
  readonly onDone: (to: string) => void;
}

/** Before it is done it is said where the notice does not list the new name either. */
function Rename({ name, onDone }: RenameProps) {
  const [typed, setTyped] = useState(name);
  const to = typed.trim();
  const problem = to === '' ? '请填写新名称，按 Esc 不改' : overLength(to, BODY_LENGTH);
  const done = (): void => {
    if (problem === undefined) onDone(to);
  };
  return (
    <>
      <span className="bodies-add">
        <Input
          autoFocus
          aria-label={`${name}的新名称`}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              onDone('');
            }
          }}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) done();
          }}
        />
        <Button size="small" type="primary" onClick={done}>
          确定
        </Button>
      </span>
      <FieldNote problem={problem} />
      {to !== name && <UnlistedNote body={typed} />}
    </>
  );
}

function placesWords(places: number | undefined): string {
  return places === undefined ? '没有规定' : `${places} 个`;
}

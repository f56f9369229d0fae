import {DeleteOutlined, PlusOutlined} from '@ant-design/icons';
import {Button, Input, Modal, Select} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {Labelled} from '@/shared/form/Labelled';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import {type Trace, useRefresh} from '../data';
import styles from './trace.module.css';

type Server = Omit<Schema<'liaison.v1.TraceServer'>, 'findTime'>;
type Subject = Required<Schema<'liaison.v1.TraceSubject'>>;

const SERVER_FIELDS = ['serverAddress', 'host', 'tenant', 'note'] as const;
const LENGTHS = {serverAddress: 60, host: 200, tenant: 200, note: 500} as const;
const KINDS = [
  'CLUE_IP',
  'CLUE_LOGIN',
  'CLUE_NUMBER',
  'CLUE_BANK_ACCOUNT',
  'CLUE_PAYMENT_ACCOUNT',
  'CLUE_NAME',
] as const;
const SUBJECTS_MAX = 50;
const NOBODY: Subject = {kind: 'CLUE_IP', value: '', note: ''};

interface Props {
  caseId: string;
  trace: Trace;
  onClose: () => void;
}

/** The server behind a landed call. */
export function ServerDialog({caseId, trace, onClose}: Props) {
  const {t} = useTranslation('cases');
  const [server, setServer] = useState<Server>({serverAddress: '', host: '', tenant: '', note: ''});
  const refresh = useRefresh(caseId);
  const act = useAct(
    (found: Server, requestId) =>
      answer(
        api.POST('/v1/traces/{id}:recordServer', {
          params: {path: {id: trace.id ?? ''}},
          body: {server: found, requestId},
        }),
      ),
    () => {
      refresh();
      onClose();
    },
  );
  return (
    <Modal
      open
      title={t('trace.server')}
      okText={t('trace.record')}
      okButtonProps={{disabled: (server.serverAddress ?? '').trim() === '', loading: act.isPending}}
      onOk={() => act.mutate(server)}
      onCancel={onClose}
    >
      {SERVER_FIELDS.map((field) => (
        <Labelled key={field} label={t(`trace.serverField.${field}`)} error={null}>
          {(id) => (
            <Input
              id={id}
              autoComplete="off"
              maxLength={LENGTHS[field]}
              value={server[field]}
              onChange={(event) => setServer({...server, [field]: event.target.value})}
            />
          )}
        </Labelled>
      ))}
      <ProblemNotice failure={act.error} />
    </Modal>
  );
}

/** What leads to who uses it; each goes back to the case as a clue. */
export function SubjectsDialog({caseId, trace, onClose}: Props) {
  const {t} = useTranslation('cases');
  const [subjects, setSubjects] = useState<readonly Subject[]>([NOBODY]);
  const refresh = useRefresh(caseId);
  const act = useAct(
    (found: Subject[], requestId) =>
      answer(
        api.POST('/v1/traces/{id}:recordSubjects', {
          params: {path: {id: trace.id ?? ''}},
          body: {subjects: found, requestId},
        }),
      ),
    () => {
      refresh();
      onClose();
    },
  );
  const set = (at: number, change: Partial<Subject>) =>
    setSubjects(subjects.map((each, index) => (index === at ? {...each, ...change} : each)));
  const ready = subjects.every((each) => each.value.trim() !== '');
  return (
    <Modal
      open
      width={720}
      title={t('trace.subjects')}
      okText={t('trace.record')}
      okButtonProps={{disabled: !ready, loading: act.isPending}}
      onOk={() => act.mutate([...subjects])}
      onCancel={onClose}
    >
      <p>{t('trace.subjectsHint')}</p>
      {subjects.map((each, at) => (
        // Lines are told apart by their place alone.
        <div key={at} className={styles.subject}>
          <Select
            aria-label={t('trace.subjectKind', {number: at + 1})}
            value={each.kind}
            onChange={(kind) => set(at, {kind})}
            options={KINDS.map((kind) => ({value: kind, label: t(`clue.${kind}`)}))}
          />
          <Input
            aria-label={t('trace.subjectValue', {number: at + 1})}
            placeholder={t('trace.subjectValue', {number: at + 1})}
            autoComplete="off"
            maxLength={200}
            value={each.value}
            onChange={(event) => set(at, {value: event.target.value})}
          />
          <Input
            aria-label={t('trace.subjectNote', {number: at + 1})}
            placeholder={t('trace.subjectNote', {number: at + 1})}
            autoComplete="off"
            maxLength={300}
            value={each.note}
            onChange={(event) => set(at, {note: event.target.value})}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={t('trace.subjectRemove', {number: at + 1})}
            disabled={subjects.length === 1}
            onClick={() => setSubjects(subjects.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={subjects.length >= SUBJECTS_MAX}
        onClick={() => setSubjects([...subjects, NOBODY])}
      >
        {t('trace.subjectAdd')}
      </Button>
      <ProblemNotice failure={act.error} />
    </Modal>
  );
}

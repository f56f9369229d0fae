import {App, Button, Drawer, Form, Input, Space} from 'antd';
import {useEffect} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {ProblemError, reasonOf} from '@/api/problem';
import {type Institution, useInstitutions} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {type FieldName, fieldErrors} from '@/shared/problem/fields';
import {useAct} from '@/shared/useAct';
import {type Desk, type Kind, useChanged} from '../data';
import {InstitutionPick} from '../InstitutionPick';
import {DESKS, KINDS} from '../kinds';
import {type DeskPhones, desksIn, phonesOf} from './desks';
import styles from '../directory.module.css';

/** The field that a refusal of the whole is about. */
const REFUSED_FIELDS: Readonly<Record<string, string>> = {
  INSTITUTION_CODE_TAKEN: 'code',
  INSTITUTION_TREE_BROKEN: 'parent',
  INSTITUTION_UNKNOWN: 'parent',
};

interface Values {
  code: string;
  name: string;
  kind: Kind;
  parent?: string;
  region: string;
  phone?: string;
  desks?: DeskPhones;
}

interface Props {
  /** The one that is changed; absent for a new one. */
  edited?: Institution;
  /** What a new one stands below. */
  parent: Institution | null;
  onClose: () => void;
}

/** The field for a refused path of the request; null where the form has none. */
function placeOf(sent: readonly {desk: Desk}[]): (path: FieldName) => FieldName | null {
  return ([first, ...rest]) => {
    const path = first === 'institution' ? rest : [first!, ...rest];
    const at = path.indexOf('desks');
    if (at < 0) return path.length > 0 ? path : null;
    const desk = path.slice(at).find((each) => typeof each === 'number');
    return desk === undefined || !sent[desk] ? null : ['desks', sent[desk].desk];
  };
}

/** A new institution, or the name and numbers of one: code, kind, place and region are for good. */
export function InstitutionForm({edited, parent, onClose}: Props) {
  const {t} = useTranslation('directory');
  const {message} = App.useApp();
  const institutions = useInstitutions();
  const changed = useChanged();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? edited?.kind ?? parent?.kind ?? 'POLICE';
  const act = useAct(
    (values: Values, requestId) => {
      const desks = desksIn(values.desks, edited?.desks);
      const name = values.name.trim();
      const phone = values.phone?.trim() ?? '';
      if (edited) {
        return answer(
          api.PATCH('/v1/institutions/{id}', {
            params: {path: {id: edited.id ?? ''}},
            body: {name, phone, desks: {desks}, requestId, etag: edited.etag ?? ''},
          }),
        );
      }
      const {code, region} = values;
      const institution = {code, name, kind: values.kind, parent: values.parent ?? '', region, phone, desks};
      return answer(api.POST('/v1/institutions', {body: {institution, requestId}}));
    },
    (done) => {
      changed('institutions');
      void message.success(t(edited ? 'institution.changed' : 'institution.added', {name: done.name}));
      onClose();
    },
  );
  useEffect(() => {
    const sent = desksIn(form.getFieldValue('desks') as Values['desks'], edited?.desks);
    const refused = fieldErrors(act.error, placeOf(sent));
    // Told as a refusal of the whole; it belongs beside the field it means.
    const meant = REFUSED_FIELDS[reasonOf(act.error)];
    if (meant && act.error instanceof ProblemError) refused.push({name: [meant], errors: [act.error.problem.detail ?? '']});
    form.setFields(refused as Parameters<typeof form.setFields>[0]);
  }, [act.error, form, edited]);
  const desks = [...new Set([...DESKS[kind], ...(edited?.desks ?? []).flatMap((each) => each.desk ?? [])])];
  const needed = {required: true, whitespace: true, message: t('needed')};
  const above = institutions.find((each) => each.id === edited?.parent)?.name;
  return (
    <Drawer
      open
      size={520}
      title={edited ? t('institution.editOf', {name: edited.name}) : t('institution.new')}
      mask={{closable: false}}
      onClose={onClose}
      footer={
        <Space>
          <Button type="primary" loading={act.isPending} onClick={() => form.submit()}>
            {t(edited ? 'institution.save' : 'institution.add')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </Space>
      }
    >
      <ProblemNotice failure={act.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark
        initialValues={{
          code: edited?.code ?? '',
          name: edited?.name ?? '',
          kind: edited?.kind ?? parent?.kind ?? 'POLICE',
          parent: edited?.parent ?? parent?.id ?? '',
          region: edited?.region ?? parent?.region ?? '',
          phone: edited?.phone ?? '',
          desks: phonesOf(edited?.desks),
        }}
        onFinish={(values) => act.mutate(values)}
      >
        <Form.Item name="name" label={t('institution.name')} rules={[needed]}>
          <Input maxLength={100} autoComplete="off" autoFocus />
        </Form.Item>
        {edited ? (
          <dl className={styles.pairs}>
            <dt>{t('institution.code')}</dt>
            <dd>{edited.code}</dd>
            <dt>{t('institution.kind')}</dt>
            <dd>{t(`kind.${edited.kind}`)}</dd>
            <dt>{t('institution.region')}</dt>
            <dd>{edited.region}</dd>
            <dt>{t('institution.parent')}</dt>
            <dd>{above ?? '—'}</dd>
          </dl>
        ) : (
          <>
            <Form.Item
              name="code"
              label={t('institution.code')}
              extra={t('institution.codeNote')}
              rules={[{pattern: /^[0-9A-Za-z]{12}$/, required: true, message: t('institution.codeWrong')}]}
            >
              <Input maxLength={12} autoComplete="off" />
            </Form.Item>
            <Form.Item name="kind" label={t('institution.kind')}>
              <NativeKind />
            </Form.Item>
            <Form.Item name="parent" label={t('institution.parent')} extra={t('institution.parentNote')}>
              <InstitutionPick />
            </Form.Item>
            <Form.Item
              name="region"
              label={t('institution.region')}
              extra={t('institution.regionNote')}
              rules={[{pattern: /^[0-9]{6}$/, required: true, message: t('institution.regionWrong')}]}
            >
              <Input maxLength={6} inputMode="numeric" autoComplete="off" />
            </Form.Item>
          </>
        )}
        <Form.Item name="phone" label={t('institution.phone')} extra={t('institution.phoneNote')}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Form.Item>
        {desks.map((desk) => (
          <Form.Item
            key={desk}
            name={['desks', desk]}
            label={t('institution.deskPhone', {desk: t(`desk.${desk}`)})}
            extra={t('institution.deskNote')}
          >
            <Input maxLength={40} inputMode="tel" autoComplete="off" />
          </Form.Item>
        ))}
      </Form>
    </Drawer>
  );
}

function NativeKind({id, value, onChange}: {id?: string; value?: Kind; onChange?: (kind: Kind) => void}) {
  const {t} = useTranslation('directory');
  return (
    <select id={id} className={styles.select} value={value} onChange={(event) => onChange?.(event.target.value as Kind)}>
      {KINDS.map((each) => (
        <option key={each} value={each}>
          {t(`kind.${each}`)}
        </option>
      ))}
    </select>
  );
}

import {Button, Form, Input} from 'antd';
import {useEffect} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {fieldErrors} from '@/shared/problem/fields';
import {useSession} from '@/shared/session';
import {useAct} from '@/shared/useAct';
import {type Trace, useTake} from '../data';
import {lengthOf} from './length';
import styles from '../approval.module.css';

interface Values {
  number: string;
  hours?: string;
}

/** A new 调取证据通知书 in place of one that a carrier could not act on. */
export function RenewPaper({trace}: {trace: Trace}) {
  const {t} = useTranslation('approval');
  const {roles, subject} = useSession();
  const id = trace.id ?? '';
  const [form] = Form.useForm<Values>();
  const take = useTake('trace', id);
  const act = useAct(({number, hours = ''}: Values, requestId) => {
    const length = lengthOf(hours);
    return answer(
      api.POST('/v1/traces/{id}:renewPaper', {
        params: {path: {id}},
        body: {paper: {number: number.trim(), ...(length ? {length} : {})}, requestId},
      }),
    );
  }, take);
  useEffect(() => {
    const place = (path: (string | number)[]) =>
      path[1] === 'number' ? ['number'] : path[1] === 'length' ? ['hours'] : null;
    form.setFields(fieldErrors(act.error, place) as Parameters<typeof form.setFields>[0]);
  }, [act.error, form]);
  if (!roles.has('unit-head')) return null;
  return (
    <section id="decide" className={`${styles.panel} ${styles.decide}`} aria-labelledby="renew">
      <h2 id="renew">{t('renew.title')}</h2>
      <p className={styles.sub}>{t('renew.note')}</p>
      <Form<Values> form={form} layout="vertical" onFinish={(values) => act.mutate(values)}>
        <Form.Item
          name="number"
          label={t('renew.number')}
          rules={[{required: true, whitespace: true, message: t('renew.needed')}]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="hours"
          label={t('renew.hours')}
          rules={[
            {
              validator: (_, value: string | undefined) =>
                !value || lengthOf(value) ? Promise.resolve() : Promise.reject(new Error(t('renew.unreadable'))),
            },
          ]}
        >
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
        <Button
          block
          size="large"
          type="primary"
          htmlType="submit"
          loading={act.isPending}
          disabled={subject !== '' && subject === trace.requester}
        >
          {t('renew.give')}
        </Button>
      </Form>
      <ProblemNotice failure={act.error} />
    </section>
  );
}

import {Space, Tag} from 'antd';
import {useTranslation} from 'react-i18next';
import type {Schema} from '@/api/client';
import {type Fact, FactList} from '@/shared/order/FactList';
import {GivenCard} from '@/shared/desk/GivenCard';
import {saidOf} from '@/shared/language';
import {yuan} from '@/shared/money';
import type {Order} from '@/shared/order/queries';
import {OrderState} from '@/shared/order/OrderState';
import {dateTime} from '@/shared/time';
import {MATCH_FIELDS} from './answers';
import {Correction} from './Correction';

type Answer = Schema<'freezing.v1.StopAnswer'>;

const CORRECTABLE = ['STOPPED', 'MISMATCHED', 'FAILED', 'NOT_OURS'];

/** What the bank has answered, what it has taken back, and the way to take this one back. */
export function AnswerGiven({order}: {order: Order}) {
  const {t} = useTranslation('bank');
  const correctable = CORRECTABLE.includes(order.state ?? '') && order.extension === 'NOT_REQUESTED';
  return (
    <GivenCard
      correctable={correctable}
      correction={(done) => <Correction order={order} onDone={done} />}
      earlier={(order.earlierAnswers ?? []).map((each) => ({
        label: (
          <Space>
            {t('given.earlier', {time: dateTime(each.correctTime)})}
            <OrderState state={each.state} />
            {each.reason}
          </Space>
        ),
        children: each.answer ? <Facts answer={each.answer} /> : null,
      }))}
    >
      {order.answer ? <Facts answer={order.answer} order={order} /> : <span>{t('given.none')}</span>}
    </GivenCard>
  );
}

function Facts({answer, order}: {answer: Answer; order?: Order}) {
  const {t, i18n} = useTranslation('bank');
  const rows: Fact[] = [
    [t('given.time'), dateTime(answer.answerTime)],
    [t('given.executed'), answer.executeTime && dateTime(answer.executeTime)],
    [t('given.balance'), answer.executeTime && `${yuan(answer.balanceBeforeFen)} ${t('yuan')}`],
    [t('given.held'), answer.executeTime && `${yuan(answer.heldFen)} ${t('yuan')}`],
    [t('given.until'), order?.untilTime && dateTime(order.untilTime)],
    [t('given.mismatched'), answer.mismatchedField && t(`field.${answer.mismatchedField}`)],
    [t('given.technical'), answer.technicalCause],
    [t('given.business'), answer.businessCause],
    [t('given.reason'), answer.reason],
    [t('given.operator'), answer.operator?.name],
    [t('given.endReason'), order?.endReason],
  ];
  return (
    <>
      <FactList rows={rows} />
      {answer.match && (
        <Space wrap style={{marginTop: 8}}>
          {MATCH_FIELDS.map((field) => (
            <Tag key={field} color={answer.match?.[field] === 'EQUAL' ? 'success' : 'warning'}>
              {saidOf(t(`field.${field}`), t(`verdict.${answer.match?.[field] ?? 'NOT_GIVEN'}`), i18n.language)}
            </Tag>
          ))}
        </Space>
      )}
    </>
  );
}

import type {Schema} from '@/api/client';

const TITLE = {zh: '受害人须知（演练）', en: 'What the victim must do (exercise)'};
const ZH = [
  '不要再向任何人转账，也不要再接听对方电话、点击对方发来的链接。',
  '保留聊天记录、通话记录、转账凭证，不要删除。',
  '立即联系本人开户银行，修改密码，暂停可疑授权。',
];
const EN = [
  'Pay nobody anything more, do not answer the caller again, open none of his links.',
  'Keep chats, call lists and payment receipts; delete nothing.',
  'Ring your own bank at once, change passwords and withdraw suspicious authorisations.',
];

/** What is read out to the victim; the real texts are the real system's. */
export function advice(fraudType: string): Schema<'casefile.v1.Advice'> {
  return {
    version: 'YL-1',
    fraudType: (fraudType || 'FRAUD_TYPE_UNSPECIFIED') as NonNullable<Schema<'casefile.v1.Advice'>['fraudType']>,
    zh: {title: TITLE.zh, forType: [], forAll: ZH, sources: []},
    en: {title: TITLE.en, forType: [], forAll: EN, sources: []},
  };
}

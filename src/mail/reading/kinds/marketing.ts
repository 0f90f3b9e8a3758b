import { phrases, type Kind } from './kind.ts';

/** News, events and training. */
export const MARKETING: readonly Kind[] = [
  {
    name: 'marketing',
    title: 'News, an event or training',
    category: 'marketing',
    severity: 'info',
    carriesToken: 'never',
    from: ['aws-marketing', 'marketing', 'awscloud', 'newsletter', 'events'],
    says: phrases(`
      re:invent; re:inforce; aws summit; webinar; webinaire; seminario web; newsletter; register now;
      save your seat; save the date; join us; your seat; free training; training and certification;
      aws training; aws certification; aws certified; skill builder; workshop; hands-on lab; |innovate;
      discover how; learn how; what's new; new feature; new features; product update; product news; announcing;
      introducing; case study; whitepaper; ebook; on-demand; unsubscribe from marketing; email preferences;
      manage ~ preferences; special offer; take the survey; developer day; jetzt anmelden; jetzt registrieren;
      veranstaltung; schulung; neuigkeiten; inscrivez-vous; rejoignez-nous; |evenement; |formation; nouveautes;
      registrese; inscribase; |unase; |evento; capacitacion; |formacion; novedades; iscriviti; inscreva-se;
      ウェビナー; ウェブセミナー; オンラインセミナー; ニュースレター; 登録受付中; お申し込み; イベント;
      トレーニング; 新機能; 立即注册; 网络研讨会; 등록하세요; 웨비나
    `),
  },
];

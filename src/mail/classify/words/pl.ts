export const PL = `
  account: konto|, konta|, kontem|, kont|, koncie|, kontu|, kontami|, kontach|
  root: root
  password: hasł
  email: email, adres poczt, skrzynk, poczty elektron
  mfa: mfa|, wieloskładnik, dwuskładnik, klucz bezpieczeństwa, klucza bezpieczeństwa, klucz dostępu passkey, passkey, uwierzytelniając
  signIn: zalogow, logowan, logować, zaloguj, potwierdź swoją tożsamość, tożsamości, że to ty
  code: kod|, kodu|, kodem|, kody|, jednorazow, weryfikacyjny:, kodów
  characters: znak|, znaki, znaków, cyfr, liter
  credential: klucz dostępu, klucza dostępu, klucze dostępu, kluczy dostępu, poświadcze, access key
  resource: instancj, zasób, zasob, serwer, bucket, ec2|
  ses: ses|, wysyłani, wysyłk
  organization: organizacj
  access: identity center, portal dostępu, dostęp do
  contact: kontakt alternatywn, kontaktu alternatywn, kontakty alternatywn, dane kontaktow, danych kontaktow, kontaktow, numer telefonu, nazwa konta, nazwę konta, nazwy konta, nazwa twojego konta, nazwę twojego konta, nazwa wyświetl, nazwa aws, osoba kontaktowa, osoby kontaktow, zasady haseł, polityka haseł
  plan: plan płatny, planu płatnego, płatny plan, płatnego planu, plan wsparcia
  freePlan: plan bezpłatny, bezpłatny plan, planu bezpłatnego, bezpłatnego planu, darmowy plan, darmowego planu
  invoice: faktur, rachun, rozliczeni, zestawieni, raport koszt
  payment: płatnoś, płatnic, zapła, kart|, karty|, kartę|, kartą|, obciąż, pobrać opłat
  purchase: marketplace, ofert, zakup, zamówieni, savings plan, rezerwacj, subskrypcja w aws marketplace, kupił
  budget: budżet
  anomaly: anomal, wyższe niż zwykle, nietypowe koszt, nieoczekiwane koszt, wyższy niż, wyższa niż, więcej niż zwykle, więcej niż oczekiwano
  freeTier: bezpłatnego poziomu, bezpłatny poziom, free tier, kredyt, środki promocyjne, środków promocyjnych
  domain: domen, rejestrator, nazwa domeny, nazwy domeny
  certificate: certyfikat
  subscription: subskry, temat|, tematu|
  case: zgłoszeni, sprawa nr, sprawy nr, przypadek, zgłoszenie nr, sprawie
  verify: weryfik, potwierd, zatwierd
  typeIn: wpisz, wprowadź, podaj, użyj, przepisz
  verified: został zweryfikowan, została zweryfikowan, zostało zweryfikowan, został potwierdzon, została potwierdzon, pomyślnie zweryfikowan, zweryfikowano, zostało zweryfikowane i, przyznan, zaakceptow, włączono, zatwierdzon, wniosek został, zatwierdziliśmy
  reset: zreset, resetow, zapomnian, odzyska, ustaw nowe hasło, ustawić nowe hasło, utracon, zgubion, bez urządzenia
  new: nowy|, nowa|, nowe|, nowego|, nową|, innego|, inny|
  changed: zmian, zmieni, zaktualizow, zastąpi
  removed: usunię, dezaktyw, wyłącz, odłącz, opuści, nie należy, nie jest już, odłączon, wykluczon, już nie należy, samodzieln, wyrejestrow
  added: dodan, zarejestrow, aktywow, przypisan, nowy|, nowe|, nowa|, utworzon, włączon, dodaliśmy, przyznaliśmy
  resync: synchroniz
  exposed: ujawni, publiczn, wyciek, github, w internecie, udostępnion
  suspicious: podejrzan, nietypow, nieautoryzow, nieuprawnion, przejęt, złośliw, skradzion, oszust, włama, obce ręce, niepowołan, zagrożon, atakując, naruszeni, bez zgody, bez upoważnienia, bez twojej zgody
  finding: guardduty, wykryci, znalezisk, publicznie dostępn
  low: niskim, niska waga, niskiej wadze, podsumowanie
  abuse: naduży, spam, skanowan, phishing, atak, skarg, zwrot wiadom, nadużyci, zgłoszenie nadużycia, zwróconych, odbić, współczynnik odrzuceń, wskaźnik odrzuceń, odrzuceń
  withdrawn: ogranicz, zablokow, wstrzym, cofnię, zawieszon, odizolow, w trakcie przeglądu, jest weryfikowan, w trakcie weryfikacji, wstrzymać, w kwarantann, poddane przeglądowi, poddano przeglądowi, okres próbn
  failed: nie udało, nie powiod, odrzuc, niepowodzeni, nieudan, odmow, nie mogliśmy
  overdue: zaległ, przetermin, nieopłac, niezapłac, po terminie, wezwanie do zapłaty, nieuregulow, saldo należ, wymagaln
  received: otrzymaliśmy płatność, otrzymaliśmy twoją płatność, dziękujemy za płatność, zaksięgow, pomyślnie, zwrot środków, opłacon, otrzymaliśmy wpłat, wpłata, zapłacono, została opłacon
  usual: dostępn, gotow, załącz, wystawion, region, koszt, usd|, przekrocz, próg, progu, limit, link|, linku|, linkiem, kliknij, przycisk, odnośnik, dobra wiadomość, dobre wieści
  suspend: zawiesz, zablokowan
  close: zamkn, zamyka
  reinstated: przywrócon, ponownie aktywn, odblokow, ponownie otwart, znów działa, ponownie otworzy, ponownego otwarcia, wznowi, przywrócił, ponownie uruchomione konto, cofnięto zawieszenie, reaktyw
  invite: zaprosz, zaprasza, dołącz do, wszystkie funkcje, wszystkich funkcji, zaproszen, dołączeni, przyjmij zaprosz
  joined: dołączył, dołączono, jest teraz częścią, należy teraz, przyjął zaproszenie, jest teraz członk, jest członkiem, stało się częścią, dołączyło
  ready: jest gotow, witamy, utworzono, zostało utworzon, pierwsze kroki, jest aktywn, aktywacj, jest gotowe do, można już korzystać, został aktywowan, zostało aktywowan, zaczynamy
  signUp: rejestracj, założyć konto, tworzenie konta, zakładani
  maintenance: konserwacj, prace serwisow, prac serwisow, poprawk, aktualizacja oprogram, okno serwis, okna serwis, prace konserwac, aktualizacja hosta
  retire: wycofa, wycofyw, zostanie zatrzyman, zostaną zatrzyman, uszkodzon, restart, ponowne uruchom, sprzęt, uległ awarii, wycofan, degradacj, bazowego sprzętu
  deprecate: koniec wsparcia, zakończenie wsparcia, końca wsparcia, wsparcie standard, przestarzał, nie będzie już, przestanie, zakończeniem wsparcia, kończy wsparcie, przestanie być wspieran, nie będzie wspieran, nie jest już wspieran, zakończy się wsparcie, wsparcie dla, zakończy wsparcie, zostanie zastąpion, wycofujemy, zakończenie świadczenia, kończymy wsparcie, wycofanie
  incident: problem operacyjn, awari, zakłóc, podwyższon, opóźnie, przerw, badamy, niedostępn, błęd, utrudnieni, pogorszen, łącznoś
  resolved: rozwiązan, usunięto problem, odwołan, anulow, działa prawidłowo, działa normalnie, zakończono, ponownie zsynchroniz, został zsynchroniz, została zsynchroniz
  cancelled: anulow, wycofano wniosek, cofnięt
  alarm: alarm, kopia zapasow, kopii zapasow, backup, pipeline, wdrożeni, podsumowani, raport dzienny, zdarzenie health, skrót
  quota: limit usług, limitu usług, quota, przydział, limitu został, limit został, limit dla, zwiększenie limitu, zwiększenia limitu, podwyższenie limitu, limit vcpu, limity
  raised: zwiększon, podniesion, podwyższ, dostęp produkcyjny
  health: aws health, planowan, zaplanowan, nadchodząc, zasoby, których dotyczy, zasoby dotknięte, dotyczy zasob
  upgrade: uaktualni, zaktualizuj, aktualizac, wersj, odnowi, odnowieni, przejście na
  expire: wygas, upływ, kończy, zakończy, zakończon, upływa, wygasa, wygasł, dobiega końca
  will: zostanie, zostaną, zamkniemy, wygasa|, wygasają, wygaśnie, wkrótce, będzie|, zbliża, niedługo, niebawem
  transfer: transfer, przeniesieni, zmiana właściciela, blokad, zmiana rejestrator, odblokow
  answered: odpowiedzieliśmy, odpowiedź, utworzon, otwarto, nowa odpowiedź, nowa wiadomość, pracujemy nad, odpowiedzieli, otrzymaliśmy twoje zgłoszenie, nowe zgłoszenie, dziękujemy za kontakt, kontakt z aws
  waiting: czeka, oczekuj, twojej odpowiedzi, na odpowiedź, potrzebujemy, prosimy o, prześlij, wyślij nam, więcej informacji, prosimy o przesłanie, prosimy o podanie, prosimy podać, podaj nam, przekaż nam, czy możesz, czy mógłby, daj nam znać, dodatkowych informacji, dodatkowe informacje, twoja odpowiedź, potrzebne są, brakuje nam, wyjaśnij
  survey: ankiet, oceń, ocen|, opini, jak oceniasz, zadowol
  news: webinar, wydarzeni, szkoleni, zarejestruj się, warsztat, konferencj, certyfikacj, newsletter, nowości, biuletyn, poznaj, dowiedz się, ogłasza, zapowiad, wprowadza, blog, wypisz się, rezygnacja z subskrypcji
  required: wymagan, musisz, należy|, konieczn, niezbędn, działanie wymagane, konieczne działanie
  not: nie|, nigdy, bez|, żadn, brak|
  needless: nic nie musisz, nie musisz, żadne działanie, żadnych działań, nie trzeba, nie są wymagane, nie jest wymagane, nie wymaga działania, nie ma potrzeby, do twojej wiadomości
  may: może|, mogą|, mogło, mogliby, może zostać
  if: jeśli, jeżeli, gdy|, w razie, w przypadku
`;

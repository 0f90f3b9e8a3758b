export const TR = `
  account: hesab, hesap
  root: root, kök kullanıcı
  password: parola, şifre
  email: email, e-posta, eposta, posta adres
  mfa: mfa|, çok faktörlü, iki faktörlü, çok öğeli, güvenlik anahtarı, passkey, geçiş anahtarı, kimlik doğrulama cihaz, kimlik doğrulayıcı
  signIn: oturum aç, giriş yap, giriş|, girişi|, oturum|, kimliğinizi doğrula, siz olduğunuz
  code: kod|, kodu|, kodunu|, kodunuz, kodlar, tek kullanımlık
  characters: karakter, rakam, harf
  credential: erişim anahtar, kimlik bilgi, gizli anahtar, access key
  resource: örneğ, örnek|, bulut sunucu, kaynak|, kaynağ, sunucu, bucket, ec2|
  ses: ses|, gönderim, eposta gönder
  organization: kuruluş, organizasyon
  access: identity center, erişim portal, erişim izni
  contact: iletişim bilgi, alternatif iletişim, alternatif kişi, iletişim kişi, telefon numara, hesap adı, hesabın adı, hesabınızın adı, hesabının adı, iletişim kişisi, irtibat kişi, iletişim bilgileri
  plan: ücretli plan, ücretli aws planı, destek planı, ücretli bir plan, planınız
  freePlan: ücretsiz plan, ücretsiz aws planı
  invoice: fatura, hesap özeti, ekstre, makbuz, maliyet raporu, kullanım raporu
  payment: ödeme, ödend, kart|, kartı|, kartın, tahsil
  purchase: marketplace, teklif, satın al, sipariş, savings plan, rezerv, abonelik başlatt, rezervasyon
  budget: bütçe
  anomaly: anomali, beklenenden fazla, olağandan yüksek, beklenmeyen maliyet, beklenenden yüksek, olağandışı harcama, olağan dışı harcama, olağandışı maliyet
  freeTier: ücretsiz kullanım, ücretsiz katman, free tier, kredi|, kredin, krediler, kredisi
  domain: alan adı, alan adın, etki alan, kayıt kuruluş
  certificate: sertifika
  subscription: abone, konu|, konusu|
  case: vaka|, vakan, vakası, destek talebi, destek talebiniz, destek kaydı, talebiniz, talebinizi, talep no, numaralı talep, destek vakası, vaka no, vakanız
  verify: doğrula, onayla, teyit
  typeIn: girin|, giriniz, yazın|, kullanın|, kopyala
  verified: doğrulandı, onaylandı, başarıyla doğrula, doğrulanmıştır, talebiniz onaylan, onaylanmıştır, onayland, kabul edildi
  reset: sıfırla, unuttu, kurtar, yeni parola belirle, yeni şifre belirle, kaybol, kaybett, kayıp
  new: yeni|, başka|, farklı
  changed: değiş, güncelle
  removed: kaldırıl, silin, devre dışı, çıkarıl, ayrıl, artık bir parça, artık kuruluş, üyesi değil, parçası değil, bağımsız hesap, kaldırdık, sildi
  added: eklen, kaydedil, etkinleştir, atandı, yeni|, oluşturul, tanımlandı, eklendi, uygulandı
  resync: eşitle, senkroniz
  exposed: açığa çık, herkese açık, sızd, sızınt, github, internette, ifşa
  suspicious: şüpheli, olağan dışı, olağandışı, yetkisiz, ele geçir, kötü amaçlı, çalın, dolandır, sahte, başkasının elin, risk altında, saldırgan, ihlal, olağandışı etkinlik, tanınmayan, izinsiz
  finding: guardduty, bulgu, güvenlik bulgu
  low: düşük önem, önem derecesi düşük, özet|
  abuse: kötüye kullan, spam, tarama, kimlik avı, saldırı, şikayet, istismar
  withdrawn: kısıtla, engellen, duraklat, askıya al, iptal edil, karantina, inceleme altında, incelen, incelemeye al, sınırlandır, askıya alın, kısıtlan, durduruldu, deneme süresi, izole
  failed: başarısız, redded, gerçekleştirilemed, alınamad, yapılamad, işlenemed, olmadı|, tahsil edemed, alamadık, reddetti, işleyemedik, yapılamıyor
  overdue: vadesi geç, gecikmiş, ödenmemiş, ödenmedi, gecikme, borç, borcunuz, ödenmezse, ödeme gecik
  received: ödemenizi aldık, ödemeniz alındı, ödemeniz için teşekkür, başarıyla tahsil, iade edildi, alınmıştır, tahsil edildi, ödendi|, iade, ödemeniz başarıyla
  usual: hazır|, hazırlandı, kullanılabilir, ektedir, ekte|, bölge, maliyet, usd|, eşik, eşiğ, aşt, aşıl, limit, sınır, bağlantı, tıklay, düğme, link|, iyi haber, müjde
  suspend: askıya, askı
  close: kapat, kapandı, kapanış, kapanacak
  reinstated: yeniden etkinleş, yeniden aç, tekrar aktif, askıdan çıkar, yeniden kullan, yeniden açıl, tekrar kullan, yeniden erişil, askı kaldırıl, yeniden etkin, tekrar etkin
  invite: davet, katılma, tüm özellik, katılmaya davet, davetiye, daveti kabul
  joined: katıldı, artık bir üye, üyesi oldu, parçası oldu, kuruluşa katıl, daveti kabul etti, davetinizi kabul, artık kuruluş
  ready: hesabınız hazır, hoş geldiniz, oluşturuldu, kullanıma hazır, başlayın, etkin|, etkinleştirildi, hazır|
  signUp: kaydolma, hesap oluştur, kayıt işlem, kaydınız
  maintenance: bakım, yama, güncelleme penceresi, yazılım güncelleme, bakım penceresi
  retire: kullanımdan kaldırıl, emekli, durdurulacak, donanım, yeniden başlat, donanımda bozulma, arızalı donanım, yeniden başlatıl, emekliye
  deprecate: destek sonu, desteğin sonu, desteği sona, standart destek, artık desteklenm, kullanım ömrü, sonlandırıl, desteğini sonlandır, desteklenmeyecek, desteklenmez, destek bit, desteği bit, desteği kes, kullanımdan kalkacak, yerini alacak, sonlandır, desteklemeyi, desteğin sonlan, hizmetten kaldır, kullanım dışı
  incident: operasyonel sorun, kesinti, hata oran, gecikme, aksama, araştırıyoruz, bağlantı sorun, artan hata, erişim sorunu, hizmet kesinti, performans düşüş, sorun araştır, arıza
  resolved: çözüld, çözümlen, giderildi, iptal edildi, normale döndü, tamamlandı, yeniden eşitlendi, senkronize edildi
  cancelled: iptal edildi, iptal ettik, geri çekildi
  alarm: alarm, yedekle, pipeline, dağıtım, günlük özet, bildirim özeti, cloudwatch alarm
  quota: kota, sınır artır, hizmet sınır, limit artır, kotası
  raised: artırıl, yükseltil, üretim erişimi
  health: aws health, planlanan, planlı, yaklaşan, etkilenen
  upgrade: yükselt, sürüm, yenile, geçiş yap, güncelle
  expire: süresi dol, sona er, bitiyor, bitti|, bitecek, doluyor
  will: acak, ecek, yakında, *ılacak, *ilecek, *nacak, *necek, *olacak, üzere|, yaklaş, *acak|, *ecek|
  transfer: transfer, aktarım, aktarıl, kilid, kilit, aktarma, transferi
  answered: yanıtla, yanıt|, yanıtı|, cevap, oluşturuldu, açıldı, yanıtladık, yanıtlandı, başvurduğunuz için, iletişime geçtiğiniz için
  waiting: bekle, yanıtınız, cevabınız, ihtiyacımız var, gerekiyor bize, bize bildir, bize gönder, daha fazla bilgi, iletir misiniz, iletebilir misiniz, paylaşır mısınız, paylaşabilir misiniz, gönderir misiniz, gönderebilir misiniz, belirtir misiniz, yanıtlar mısınız, lütfen iletin, lütfen gönderin, lütfen paylaşın, lütfen belirtin, ek bilgi, bilgiye ihtiyaç, ihtiyacımız, bize iletin, bize söyle, yanıt bekl, haber alamad, geri dönüşünüz, bilgi vermenizi, paylaşmanızı, iletmenizi, göndermenizi
  survey: anket, değerlendir, puan, geri bildirim, memnun, deneyiminizi
  news: webinar, etkinli, eğitim, kaydolun, atölye, konferans, bülten, haberler, yenilik, duyur, keşfe, öğren, blog, aboneliğini iptal, abonelikten çık
  required: gerekli, gerekiyor, zorunlu, işlem yapmanız, eylem gerek, işlem gerek, aksiyon gerek
  not: değil, yok|, olmadan, asla
  needless: gerekmez, gerekmiyor, yapmanız gereken bir şey yok, işlem gerekmez, işlem yapmanıza gerek yok, bir şey yapmanıza gerek yok, herhangi bir işlem gerek, bilginize, gereken bir şey yok, yapmanız gereken bir şey bulunm
  may: olabilir, ebilir|, abilir|, *ebilir|, *abilir|, *ebiliriz, *abiliriz
  if: eğer, ise|, takdirde, durumunda
`;

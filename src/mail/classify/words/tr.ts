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
  contact: iletişim bilgi, alternatif iletişim, alternatif kişi, iletişim kişi, telefon numara, hesap adı, hesabın adı, hesabınızın adı, hesabının adı
  plan: ücretli plan, ücretli aws planı, destek planı
  freePlan: ücretsiz plan, ücretsiz aws planı
  invoice: fatura, hesap özeti, ekstre, makbuz, maliyet raporu, kullanım raporu
  payment: ödeme, ödend, kart|, kartı|, kartın, tahsil
  purchase: marketplace, teklif, satın al, sipariş, savings plan, rezerv
  budget: bütçe
  anomaly: anomali, beklenenden fazla, olağandan yüksek, beklenmeyen maliyet
  freeTier: ücretsiz kullanım, ücretsiz katman, free tier, kredi|, kredin, krediler, kredisi
  domain: alan adı, alan adın, etki alan, kayıt kuruluş
  certificate: sertifika
  subscription: abone, konu|, konusu|
  case: vaka|, vakan, vakası, destek talebi, destek talebiniz, destek kaydı
  verify: doğrula, onayla, teyit
  typeIn: girin|, giriniz, yazın|, kullanın|, kopyala
  verified: doğrulandı, onaylandı, başarıyla doğrula, doğrulanmıştır, talebiniz onaylan, onaylanmıştır
  reset: sıfırla, unuttu, kurtar, yeni parola belirle, yeni şifre belirle, kaybol, kaybett, kayıp
  new: yeni|, başka|, farklı
  changed: değiş, güncelle
  removed: kaldırıl, silin, devre dışı, çıkarıl, ayrıl, artık bir parça
  added: eklen, kaydedil, etkinleştir, atandı, yeni|, oluşturul
  resync: eşitle, senkroniz
  exposed: açığa çık, herkese açık, sızd, sızınt, github, internette, ifşa
  suspicious: şüpheli, olağan dışı, olağandışı, yetkisiz, ele geçir, kötü amaçlı, çalın, dolandır, sahte, başkasının elin, risk altında, saldırgan, ihlal
  finding: guardduty, bulgu
  low: düşük önem, önem derecesi düşük, özet|
  abuse: kötüye kullan, spam, tarama, kimlik avı, saldırı, şikayet, istismar
  withdrawn: kısıtla, engellen, duraklat, askıya al, iptal edil, karantina, inceleme altında
  failed: başarısız, redded, gerçekleştirilemed, alınamad, yapılamad, işlenemed, olmadı|
  overdue: vadesi geç, gecikmiş, ödenmemiş, ödenmedi
  received: ödemenizi aldık, ödemeniz alındı, ödemeniz için teşekkür, başarıyla tahsil, iade edildi, alınmıştır
  usual: hazır|, hazırlandı, kullanılabilir, ektedir, ekte|, bölge, maliyet, usd|, eşik, eşiğ, aşt, aşıl, limit, sınır, bağlantı, tıklay, düğme, link|
  suspend: askıya, askı
  close: kapat, kapandı, kapanış, kapanacak
  reinstated: yeniden etkinleş, yeniden aç, tekrar aktif, askıdan çıkar, yeniden kullan
  invite: davet, katılma, tüm özellik
  joined: katıldı, artık bir üye, üyesi oldu, parçası oldu
  ready: hesabınız hazır, hoş geldiniz, oluşturuldu, kullanıma hazır, başlayın, etkin|
  signUp: kaydolma, hesap oluştur, kayıt işlem, kaydınız
  maintenance: bakım, yama
  retire: kullanımdan kaldırıl, emekli, durdurulacak, donanım, yeniden başlat
  deprecate: destek sonu, desteğin sonu, desteği sona, standart destek, artık desteklenm, kullanım ömrü, sonlandırıl, desteğini sonlandır
  incident: operasyonel sorun, kesinti, hata oran, gecikme, aksama, araştırıyoruz, bağlantı sorun
  resolved: çözüld, çözümlen, giderildi, iptal edildi, normale döndü, tamamlandı, yeniden eşitlendi, senkronize edildi
  cancelled: iptal edildi, iptal ettik, geri çekildi
  alarm: alarm, yedekle, pipeline, dağıtım, günlük özet
  quota: kota
  raised: artırıl, yükseltil, üretim erişimi
  health: aws health, planlanan, planlı, yaklaşan, etkilenen
  upgrade: yükselt, sürüm, yenile, geçiş yap
  expire: süresi dol, sona er, bitiyor, bitti|, bitecek, doluyor
  will: acak, ecek, yakında, *ılacak, *ilecek, *nacak, *necek, *olacak, *üzere
  transfer: transfer, aktarım, aktarıl, kilid, kilit
  answered: yanıtla, yanıt|, yanıtı|, cevap, oluşturuldu, açıldı
  waiting: bekle, yanıtınız, cevabınız, ihtiyacımız var, gerekiyor bize, bize bildir, bize gönder, daha fazla bilgi
  survey: anket, değerlendir, puan, geri bildirim
  news: webinar, etkinli, eğitim, kaydolun, atölye, konferans, bülten, haberler, yenilik, duyur, keşfe, öğren, blog, aboneliğini iptal, abonelikten çık
  required: gerekli, gerekiyor, zorunlu, işlem yapmanız
  not: değil, yok|, olmadan, asla, gerekmez, gerekmiyor, yapmanız gereken bir şey yok, işlem gerekmez
  may: olabilir, ebilir|, abilir|
  if: eğer, ise|, takdirde, durumunda
`;

export const ID = `
  account: akun, rekening aws
  root: root, pengguna utama, akar
  password: kata sandi, sandi|
  email: alamat email, email, surel, alamat baru, surat elektronik, kotak surat
  mfa: mfa|, multifaktor, multi-faktor, dua faktor, faktor kedua, kunci keamanan, passkey, kunci sandi, aplikasi autentikator, autentikator, perangkat autentikasi, otentikasi
  signIn: masuk|, login, proses masuk, log masuk, identitas anda, bahwa ini anda, identitas
  code: kode, sekali pakai, otp|, nomor verifikasi, nomor konfirmasi
  characters: karakter, digit|, huruf, angka
  credential: kunci akses, kredensial, kunci rahasia, access key, kunci akun
  resource: instans, sumber daya, server|, bucket, ec2|
  ses: ses|, pengiriman email, mengirim email, pengiriman anda, pengiriman|
  organization: organisasi
  access: identity center, portal akses, single sign-on
  contact: kontak, nomor telepon, nama akun, nama tampilan, kebijakan kata sandi, nama untuk akun
  plan: paket berbayar, paket dukungan
  freePlan: paket gratis, free plan
  invoice: faktur, tagihan, invoice, kuitansi, nota kredit, laporan tagihan, struk, laporan biaya, laporan penggunaan, dasbor biaya, laporan mingguan, laporan bulanan, laporan terjadwal
  payment: pembayaran, bayar, kartu, membayar, debit, menagih, metode pembayaran, dibayar
  purchase: marketplace, pembelian, membeli, penawaran pribadi, pesanan, savings plan, instans cadangan, instans terpesan, reservasi
  budget: anggaran, budgets
  anomaly: anomali, lebih dari yang diharapkan, biaya tak terduga, biaya tidak terduga, lebih tinggi dari biasanya
  freeTier: tingkat gratis, free tier, kuota gratis, penggunaan gratis, saldo kredit, kredit promosi, kredit anda, kredit aws
  domain: domain, pencatat, pendaftar, registrar
  certificate: sertifikat
  subscription: langganan, berlangganan, topik
  case: kasus, tiket, permintaan dukungan, pusat dukungan
  verify: verifikasi, memverifikasi, konfirmasi, mengonfirmasi, setujui, menyetujui, buktikan, membuktikan, validasi
  typeIn: masukkan, ketik, gunakan kode, gunakan|, berikut kode, berikut adalah, isikan, memasukkan
  verified: telah diverifikasi, berhasil diverifikasi, telah dikonfirmasi, berhasil dikonfirmasi, telah diterbitkan, telah disetujui, sudah diverifikasi, telah divalidasi, validasi, telah diaktifkan untuk akun, permintaan akses, disetujui
  reset: atur ulang, mengatur ulang, setel ulang, menyetel ulang, reset, lupa, bantuan kata sandi, pulihkan, membuat kata sandi baru, pengaturan ulang, memilih kata sandi baru, hilang, kehilangan, tanpa perangkat, pemulihan, memulihkan, dicuri
  new: baru, lain|, berbeda
  changed: diubah, berubah, diganti, diperbarui, perubahan, penggantian, dimodifikasi, ditukar, mengubah, mengganti, berganti
  removed: dihapus, dinonaktifkan, dilepas, dicabut, tidak lagi, dimatikan, penghapusan, dihilangkan, menghapus, penonaktifan, keluar dari, meninggalkan, dikeluarkan, tidak lagi menjadi, bukan lagi, mandiri, dihapus dari organisasi, berdiri sendiri
  added: ditambahkan, didaftarkan, terdaftar, diaktifkan, dikaitkan, baru, ditetapkan, penambahan, menambahkan, dipasang, dikreditkan, diterapkan
  resync: sinkron, menyinkron, disinkron
  exposed: terekspos, terpapar, bocor, publik, github, repositori, internet|, terungkap, diekspos, terbuka untuk umum, tersebar
  suspicious: mencurigakan, tidak biasa, tidak wajar, tidak sah, disusupi, dibobol, disalahgunakan, penyalahgunaan akun, berbahaya, penipuan, dicuri, diretas, peretas, pihak ketiga, orang lain, jatuh ke tangan, tanpa izin, malware, penambangan, insiden keamanan, di luar aws, tidak dikenal, diambil alih, tidak normal, janggal, berisiko, dalam bahaya
  finding: guardduty, temuan, inspector, macie, dapat diakses publik
  low: tingkat keparahan rendah, keparahan rendah, tidak ada temuan, ringkasan mingguan, ringkasan harian
  abuse: penyalahgunaan, spam, pemindaian port, memindai, pemindaian, phishing, serangan, menyerang, keluhan, pengaduan, pantulan, pentalan, bounce, penggunaan yang dapat diterima
  withdrawn: dibatasi, membatasi, pembatasan, diblokir, memblokir, dijeda, menjeda, ditinjau, peninjauan, dalam tinjauan, masa percobaan, percobaan, diisolasi, dihentikan sementara, dicabut, karantina, ditangguhkan, menangguhkan
  failed: gagal, ditolak, tidak dapat, tidak berhasil, tidak bisa, kegagalan, menolak, masalah dengan
  overdue: terlambat, jatuh tempo, belum dibayar, tertunggak, menunggak, tunggakan, belum lunas, lewat tempo, belum kami terima, belum menerima, terutang
  received: terima kasih atas pembayaran, telah menerima, sudah menerima, diterima, lunas, telah dibayar, berhasil, pengembalian dana, konfirmasi pembayaran, menerima pembayaran, telah ditagih
  usual: tersedia, siap|, terlampir, diterbitkan, dapat dilihat, sudah terbit, telah terbit, dapat diunduh, biaya, pengeluaran, savings plan, wilayah|, region, ambang, melampaui, melebihi, perkiraan, prakiraan, batas|, mencapai, persen, %, telah terpakai, terpakai, tautan, klik, tombol, link|, ikuti, buka|, kabar baik
  suspend: ditangguhkan, penangguhan, menangguhkan, dibekukan, dinonaktifkan, dihentikan
  close: ditutup, penutupan, menutup, diakhiri
  reinstated: dipulihkan, aktif kembali, diaktifkan kembali, dibuka kembali, penangguhan dicabut, penangguhan telah dicabut, tidak lagi ditangguhkan, kembali aktif, dapat digunakan lagi, dapat digunakan kembali, membuka kembali, pembukaan kembali, mengaktifkan kembali
  invite: undangan, diundang, mengundang, bergabung, terima undangan, menerima undangan, nama pengguna anda, semua fitur
  joined: telah bergabung, menjadi anggota, kini menjadi, sekarang menjadi, sudah bergabung, menjadi bagian
  ready: siap, selamat datang, telah dibuat, sudah aktif, telah aktif, aktivasi, mulai gunakan, dapat digunakan, terima kasih telah mendaftar, berhasil dibuat, telah diaktifkan, mulai menggunakan
  signUp: mendaftar, pendaftaran, membuat akun, pembuatan akun, akun aws baru, daftar aws
  maintenance: pemeliharaan, perawatan, patch|, tambalan, pembaruan terjadwal, pembaruan host, memperbarui host, versi minor, penggantian endpoint, pembaruan perangkat lunak
  retire: dipensiunkan, pensiun, perangkat keras, akan dihentikan, akan dimatikan, mulai ulang, dimulai ulang, reboot, dihentikan pada, penghentian instans
  deprecate: akhir dukungan, dukungan berakhir, tidak lagi didukung, tidak akan didukung, usang, tidak digunakan lagi, penghentian dukungan, akhir masa pakai, tidak lagi tersedia, dihentikan dukungan, dukungan standar, digantikan, akan diganti, mengakhiri dukungan, penghentian layanan, akan dihentikan dukung, berakhirnya dukungan
  incident: masalah operasional, gangguan, tingkat kesalahan, kesalahan, latensi, pemadaman, masalah konektivitas, peristiwa layanan, tidak tersedia, penurunan kinerja
  resolved: diselesaikan, teratasi, selesai, dibatalkan, pulih, berfungsi normal, diperbaiki, terselesaikan, kembali normal, beroperasi normal, telah disinkron, berhasil disinkron, sudah disinkron, kembali sinkron, rampung
  cancelled: dibatalkan, membatalkan, pembatalan
  alarm: alarm, ringkasan, cadangan|, pencadangan, pipeline, penerapan, peristiwa kesehatan
  quota: kuota, batas layanan, peningkatan batas
  raised: ditingkatkan, dinaikkan, dinaikan, akses produksi, keluar dari sandbox
  health: terjadwal, dijadwalkan, direncanakan, aws health, mendatang, sumber daya yang terpengaruh, terencana
  upgrade: tingkatkan, peningkatan, versi, migrasi, perbarui|, upgrade, ditingkatkan, beralih ke, naik ke, diupgrade, perpanjang, diperpanjang, memperpanjang, perbarui domain, pembaruan domain, diperbarui
  expire: kedaluwarsa, kadaluarsa, kedaluarsa, habis masa, berakhir, habis, selesai, akan berakhir
  will: akan|, segera, mendekati, hampir
  transfer: transfer, pemindahan, dipindahkan, kunci transfer, penguncian, dikunci, pembukaan kunci
  answered: menjawab, membalas, dijawab, jawaban kami, balasan kami, telah dibuat, telah dibuka, dibuka|, kasus baru, korespondensi, menghubungi aws, tanggapan kami, kami tanggapi, pesan baru, sedang menangani
  waiting: menunggu, jawaban anda, balasan anda, tanggapan anda, membutuhkan, kami perlu, informasi tambahan, informasi lebih, beri tahu kami, beritahu kami, mohon, harap balas, kirimkan, berikan, belum mendengar, memerlukan, perlu balasan, tolong, bisakah, dapatkah, sampaikan, respons anda
  survey: survei, puas, kepuasan, nilai kami, beri nilai, pendapat anda, umpan balik, bagaimana pengalaman
  news: webinar, acara|, pelatihan, daftar sekarang, daftarkan diri, lokakarya, sertifikasi, konferensi, bergabunglah, kursi, tempat terbatas, seminar, ikuti, buletin, berita, fitur baru, terbaru, blog, bulan ini, minggu ini, pelajari, temukan, mengumumkan, pengumuman, baca selengkapnya, kiat, praktik terbaik, kabar, penawaran khusus, panduan, jelajahi, yang baru
  required: tindakan diperlukan, diperlukan, wajib, harus, perlu tindakan, memerlukan tindakan, perlu dilakukan, memerlukan tindakan anda
  not: tidak|, bukan|, belum|, tanpa|, tak|, jangan
  needless: tidak ada tindakan, tidak perlu, tidak diperlukan, tak perlu, tanpa tindakan, hanya untuk informasi, tidak memerlukan tindakan, sebagai informasi, tidak ada yang perlu, tidak ada yang harus
  may: dapat|, mungkin, bisa|
  if: jika|, apabila|, bila|, kalau|, seandainya
`;

/** What people of one part of the world are made from, so that every script is seen by every screen. */
export interface Region {
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** How the two are put together. */
  readonly fullName: (given: string, family: string) => string;
  readonly cities: readonly string[];
  readonly street: (number: number) => string;
  /** A phone number; each `#` becomes a digit. */
  readonly phone: string;
  /** For e-mail addresses, which are Latin everywhere. */
  readonly mailbox: string;
  readonly memos: readonly string[];
  /** How many of a hundred people are from here. */
  readonly weight: number;
}

const words = (text: string): readonly string[] => text.split(' ');
const western = (given: string, family: string): string => `${given} ${family}`;
const eastern = (given: string, family: string): string => `${family}${given}`;

export const regions: readonly Region[] = [
  {
    given: words('Anna Zoë José François Jürgen Łukasz Søren Åsa Núria Ağça Đức Ștefan Žofia Þóra'),
    family: words(
      "Müller Gonçalves O'Brien Łukasiewicz Nguyễn Çelik Ibáñez Åström Dvořák Köhler D'Angelo Sjöberg",
    ),
    fullName: western,
    cities: words('København Zürich München Łódź Kraków Bruxelles Málaga Porto Malmö Brno'),
    street: (number) => `Königstraße ${number}`,
    phone: '+49 30 #### ####',
    mailbox: 'mail.example',
    memos: [
      'Café crème, 3×',
      'Brot & Käse',
      'Olive oil, 2 l',
      'Repair of the fence',
      'Crème brûlée',
    ],
    weight: 24,
  },
  {
    given: words('Mary James Aisha Kwame Grace Oluwaseun Thandiwe Liam Noah Chidi Wanjiru Ruth'),
    family: words(
      'Smith Okonkwo Mensah Johnson Adeyemi Dlamini Brown Mwangi Taylor Achieng Wilson',
    ),
    fullName: western,
    cities: words('Accra Nairobi Lagos Leeds Durban Kisumu Bristol Kumasi Boston Austin'),
    street: (number) => `${number} Market Street`,
    phone: '+254 7## ######',
    mailbox: 'post.example',
    memos: ['Maize flour, 10 kg', 'Mobile top-up', 'Paraffin', 'School books', 'Eggs, 2 trays'],
    weight: 20,
  },
  {
    given: words('민준 서연 지우 하은 도윤 예진 준호 수빈 현우 지민 은서 태윤 가람 슬기 빛나'),
    family: words('김 이 박 최 정 강 조 윤 장 임 한 남궁 선우 황보'),
    fullName: eastern,
    cities: words('서울 부산 대구 인천 광주 대전 울산 제주 전주 강릉'),
    street: (number) => `중앙로 ${number}번길`,
    phone: '010-####-####',
    mailbox: 'pyeonji.example',
    memos: ['쌀 20kg', '두부 두 모', '김치 재료', '외상 정리', '계란 한 판'],
    weight: 14,
  },
  {
    given: words('翔太 結衣 陽菜 さくら 大輝 美咲 健一 ひなた 蓮 葵 智子 清'),
    family: words('佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 髙木 齋藤 渡邉 小鳥遊'),
    fullName: (given, family) => `${family} ${given}`,
    cities: words('東京 大阪 京都 札幌 仙台 福岡 那覇 金沢'),
    street: (number) => `本町${number}丁目`,
    phone: '090-####-####',
    mailbox: 'tegami.example',
    memos: ['お米 5kg', '醤油', '修理代', 'お茶 二箱', '卵'],
    weight: 8,
  },
  {
    given: words('伟 芳 娜 秀英 敏 静 强 磊 志明 淑芬 美玲 嘉欣'),
    family: words('王 李 张 刘 陈 楊 黃 歐陽 司马 林'),
    fullName: eastern,
    cities: words('北京 上海 廣州 成都 台北 高雄 香港 西安'),
    street: (number) => `人民路${number}号`,
    phone: '+86 13# #### ####',
    mailbox: 'xinjian.example',
    memos: ['大米 10公斤', '豆腐', '茶葉', '修車', '雞蛋一盤'],
    weight: 8,
  },
  {
    given: words('Ольга Дмитрий Наталья Юрий Оксана Тарас Светлана Ђорђе Елена Игорь'),
    family: words(
      'Иванова Шевченко Кузнецов Ковальчук Петров Смирнова Јовановић Щербак Гриценко Їжакевич',
    ),
    fullName: western,
    cities: words('Київ Одеса Београд София Алматы Харків Скопје Минск'),
    street: (number) => `вул. Центральна, ${number}`,
    phone: '+380 ## ### ####',
    mailbox: 'poshta.example',
    memos: ['Хлеб и молоко', 'Гречка, 5 кг', 'Ремонт', 'Чай чёрный', 'Яйця, десяток'],
    weight: 8,
  },
  {
    given: words('محمد فاطمة أحمد عائشة يوسف مريم خالد نور عمر ليلى زينب طارق'),
    family: words('الحسن العلي المصري الخطيب حدّاد النجار الشامي بغدادي القاسم'),
    fullName: western,
    cities: words('القاهرة عمّان بيروت بغداد الرباط تونس حلب مسقط'),
    street: (number) => `شارع النصر ${number}`,
    phone: '+962 7 #### ####',
    mailbox: 'barid.example',
    memos: ['خبز وحليب', 'أرز ٥ كغ', 'زيت زيتون', 'شاي', 'بيض'],
    weight: 6,
  },
  {
    given: words('נועה דוד שרה יוסף מיכל אברהם תמר אייל רחל שמואל'),
    family: words('כהן לוי מזרחי פרץ ביטון פרידמן אזולאי גולן'),
    fullName: western,
    cities: words('ירושלים חיפה נצרת אילת עכו צפת'),
    street: (number) => `רחוב הרצל ${number}`,
    phone: '05#-###-####',
    mailbox: 'doar.example',
    memos: ['לחם וחלב', 'אורז', 'שמן זית', 'תיקון', 'ביצים'],
    weight: 4,
  },
  {
    given: words('आराध्या विवान अनन्या अर्जुन दीपिका रोहन प्रिया कृष्ण लक्ष्मी सुनीता'),
    family: words('शर्मा पटेल सिंह गुप्ता कुमार यादव मिश्रा श्रेष्ठ'),
    fullName: western,
    cities: words('दिल्ली मुंबई जयपुर काठमांडू पुणे लखनऊ'),
    street: (number) => `गांधी मार्ग ${number}`,
    phone: '+91 98### #####',
    mailbox: 'patra.example',
    memos: ['चावल 10 किलो', 'दाल', 'चाय', 'मरम्मत', 'अंडे'],
    weight: 4,
  },
  {
    given: words('สมชาย สุดา Αλέξανδρος Ελένη გიორგი ნინო አበበ ሰላም சரவணன் மீனா'),
    family: words('ใจดี ศรีสุข Παπαδόπουλος Νικολάου ბერიძე კაპანაძე ተስፋዬ முருகன்'),
    fullName: western,
    cities: words('กรุงเทพฯ Αθήνα თბილისი አዲስ-አበባ சென்னை'),
    street: (number) => `${number}/1`,
    phone: '+30 21# ### ####',
    mailbox: 'letter.example',
    memos: ['ข้าวสาร', 'Ελαιόλαδο', 'პური', 'ቡና', 'அரிசி'],
    weight: 4,
  },
];

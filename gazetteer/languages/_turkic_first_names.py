"""First names that are common in Azerbaijan and Turkey: a place's name beside one is a person's."""

from __future__ import annotations

_AZERBAIJANI = """
abbas abdulla adil afaq ağa akif aqil aqşin aliyə anar araz aydan aydın aygün aynur aysel aytən
ayxan azad azər bəhruz bəxtiyar babək cavad cavid ceyhun cəfər cəmil cəlal ceyran çingiz dilarə
dilqəm dünya elçin eldar elgün elman elmar elmira elnarə elnur elşad elşən elvin emil emin etibar
eyyub əhməd əkbər əli əliyar ələkbər ələsgər əsgər əsəd əziz faiq famil fərhad fərid fəridə fərəh
fərəc fikrət firudin fuad füruzə gülnar gülnarə gültəkin günay günel hacı həmid həsən heydər hikmət
hüseyn ibrahim ilham ilqar ilqamə iltifat intiqam isa ismayıl kamal kamran kənan kərim könül lalə
laçın leyla lətif mahir mail mehdi mehriban məhəmməd məmməd məryəm mirzə mübariz müşfiq murad musa
mustafa natiq nazim nailə nərgiz nəriman nəsib nigar nizami novruz nurlan nurəddin oqtay orxan
osman pərvin pərvanə rafiq ramil ramin ramiz rasim rəhim rəhman rəsul rəşad rəşid rövşən rüfət
rüstəm rza ruslan sabir sadiq sahib sahil samir samirə sara sevda sevil sevinc səbinə səid səidə
səməd sərdar sədi solmaz süleyman svetlana şahin şahbaz şahlar şamil şəhla şəhriyar şirin şövkət
tahir tale tariyel tamilla təranə tofiq togrul toğrul turan tural tural ülvi ülviyyə vaqif vasif
vəli vidadi vilayət vüqar vüsal vüsalə xalid xədicə xəyal xuraman yaqub yaşar yavər yusif zahid
zakir zaur zeynal zeynəb zəhra ziya zülfüqar
"""
_TURKISH = """
abdullah adem adnan ahmet alper arda arzu aslı asuman aydın ayhan ayla aylin aynur ayse ayşe aytaç
aziz bahar barış başak bekir belgin berk berkan betül bilal bülent burak burcu buse can canan caner
celal cem cemal cemil cengiz cihan çağlar çağrı defne demet deniz derya dilara dilek doğan ebru ece
eda elif emel emin emine emir emrah emre ender engin enis erdal erdem eren erhan erkan erol ersin
ertuğrul esra faruk fatih fatma ferhat feridun feyza fikret filiz fuat funda gamze gizem gökhan
gönül gül gülay gülşen gürkan hakan hale halil haluk hamdi hamza hande hasan hatice haydar hilal
hülya hüseyin ibrahim ilhan ilkay ilker imran inci irem ismail ismet kaan kadir kamil kemal kenan
kerem koray lale leyla levent mahmut mahsum mehmet melek melike meltem meral merve mert mesut metin
mine muhammed murat musa mustafa mutlu müge nalan necati necip nehir nermin nesrin neşe nihat nil
nilgün nilüfer nuray nurcan nuri oğuz okan oktay onur orhan osman ozan özge özgür özlem pelin pınar
ramazan recep refika reşat rıza sabri sadık salih sami sarp seda sedat selçuk selim selin selma
semih sena serap serdar serhat serkan sevda sevgi sevim sevinç sibel sinan suat sultan süleyman
şahin şebnem şule tamer tarık tayfun tolga tuba tuğba tuncay turan turgut ufuk uğur uğurcan umut
vedat veli volkan yaşar yasemin yasin yavuz yeliz yıldız yılmaz yiğit yusuf zafer zehra zeki zeynep
"""

AZERBAIJANI = tuple(sorted(set(_AZERBAIJANI.split())))
TURKISH = tuple(sorted(set(_TURKISH.split())))

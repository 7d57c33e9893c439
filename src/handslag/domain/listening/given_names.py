"""Given names that are common in Sweden, to flag a likely name for a person to decide.

Not a register: whoever is missing here is still found by a title, a surname or what stands around.
`ALSO_WORDS` are names that begin many a sentence as ordinary words ("Per år", "Hans bil", "Klara regler").
"""

_GIVEN_NAMES = """
Aarne Aaron Aatos Abbas Abbe Abdi Abdirahman Abdul Abdullah Abdullahi Adam Adel Adnan Adolf Adrian Affe
Afsaneh Agata Agge Agnes Agneta Agnieszka Agron Ahlam Ahmad Ahmed Aida Aino Airi Aisha Akseli Alaa Alarik
Albert Albin Aleksandar Aleksandra Alex Alexander Alexandra Alexandre Alexis Alfons Alfred Algot Ali
Ali-Reza Alia Alice Alicia Alin Alina Allan Alma Almaz Alrik Alva Alvar Alvin Alvina Amal Amalia Amanda
Amelia Amelie Amin Amina Amir Amira Amy Ana Anas Anastasia Ánde Anders Andrea Andreas Andrej Andrius
Andrzej Anette Angela Angelica Angelika Angelina Anita Anja Anjali Ankan Ann Ann-Christin Ann-Kristin
Ann-Marie Ann-Sofie Anna Anna-Lena Anna-Lisa Anne Anneli Annelie Annelise Annette Annie Annika Annlouise
Annmarie Anselm Anssi Ánte Antero Anthony Anton Antoni Antonia Antonio Antti Anđela Arash Arben Ari-Pekka
Arja Arjun Arman Arne Arnold Aron Arthur Arto Artur Arvid Arvo Asha Aslak Asmaa Assar Asta Astri Astrid
August-Karl Axel Axel-Erik Aya Ayaan Ayan Ayman Ayse Ayub Azad Azadeh Azeb Babak Bahar Bahman Barbara
Barbro Barry Bashar Bashir Bassam Beata Beatrice Behrouz Behzad Benedikt Bengt Bengt-Åke Benjamin Benke
Bereket Berit Berith Bernt Berra Bert Bertil Bertram Besim Bettan Betty Bianca Bibbi Bibi Bilal Bill Billy
Biret Birger Birgit Birgitta Birgitte Bjarne Björne Blanka Blerim Bodil Bogdan Bogdana Boris Bosse Brandon
Branka Branko Brian Brigitta Britt Britt-Marie Britta Bruce Bruno Brynolf Bujar Börje Calle Camilla Carin
Carina Carl Carl-Erik Carl-Gustaf Carl-Johan Carla Carlos Carola Carolin Carolina Caroline Caspar Casper
Catarina Catharina Cecilia Celine Challe Charles Charlie Charlotta Charlotte Charlton Chloe Chrille Chris
Christer Christian Christina Christine Christoffer Christopher Çiğdem Claes Clara Claudia Claus Colin
Conny Cornelia Cosmin Crister Cristian Cristina Curt Dagfinn Dagmar Dagny Dalia Dalibor Damian Damir Dan
Dana Danica Daniel Daniela Daniella Danijel Danijela Danne Dante Danuta Dario Darius Darko Darren Dave
David Davide Davor Davud Dawit Deborah Deepak Dejan Denis Dennis Desiree Desirée Desmond Diana Dick Didrik
Diego Dilan Dille Dimitri Dina Dino Dominik Doris Dorota Douglas Dragan Dragana Dražen Dren Drilon Duaa
Dusan Dylan Ebba Ebbe Ebert Eddie Edgar Edin Edith Edmund Edvard Edvin Edward Edwin Eero Eetu Eeva Egon
Ehab Eija Eila Einar Eivor Elena Eleni Eleonora Elias Eliaz Elin Elina Elis Elisa Elisabet Elisabeth Elise
Elizabeth Ella Ellen Ellie Ellinor Elliot Elma Elmer Elof Elov Elsa Elsie Elton Elvir Elvira Elvis Elvy
Elzbieta Elżbieta Eman Emanuel Emelie Emil Emilia Emilie Emily Emina Emine Emir Emma Emmy Emrik Enar Enes
Engelbrekt Engla Enzo Eric Erica Erik Erika Erkki Erland Erling Ernfrid Ernst Esa Eskil Esma Estelle Ester
Esther Ethan Eva Eva-Lena Evelina Evert Ewa Ewelina Fabian Fadi Fadumo Farah Fares Farhad Farhia Fariba
Faris Farzaneh Fatemeh Fatima Fatma Fatmir Fatuma Felicia Felix Ferdinand Ferhat Fikret Filip Filippa
Filmon Firas Flora Florin Folke Fouad Franjo Frank Frans Franz Frasse Fredde Fredric Fredrik Freja Frida
Fritiof Fritjof Fritz Gabriel Gabriella Gary Gemma Georg George Georgios Gerd Gerda Gerhard Gerry Gert
Gertrud Ghada Ghassan Ghazal Gheorghe Gisela Gittan Glenn Goran Gordana Gottfrid Greger Greta Grzegorz
Gudrun Gull Gull-Britt Gull-Maj Gullan Gun Gunborg Gunbritt Gunder Gunhild Gunilla Gunnar Gunnel Gunvor
Gurli Gurra Gustaf Gustav Gustavo Göran Gösta Göta Göte Götha Göthe Gül Gülay Gülsen Habiba Hadi Haidar
Haider Haile Hakan Hala Halimo Halvar Hamid Hamza Hana Hanan Hanin Hanna Hannah Hannes Hannu Harald Haris
Harri Harriet Harry Hasan Hassan Hasse Hatice Havva Hawa Hedda Hedvig Heidi Heikki Helen Helena Helene
Helga Helge Heli Helmer Helmi Helmut Henke Henning Henri Henric Henrietta Henrik Henrique Henry Herbert
Herman Hiba Hibo Hilda Hilde Hilding Hildur Hillevi Hilma Hind Hisham Hjalle Hjalmar Hjördis Hoa Hodan
Hoffe Holger Hossein Hrvoje Hubert Huda Hugo Huseyin Hussein Håkan Håvard Hülya Ian Iben İbrahim Ibrahim
Ida Idil Idris Idun Ifrah Igor Ilkka Ilona Ilse Iman Imran Inas Ines Inga Inga-Britt Inga-Lill Inga-Maj
Ingalill Inge Ingeborg Ingegerd Ingela Ingemar Ingemo Inger Ingolf Ingrid Ingvar Ingvor Ionut Irena Irene
Irina Iris Irja Irma Irmeli Irmelin Iréne Isa Isaac Isabel Isabell Isabella Isabelle Isac Isak Ismail Ismo
Iva Ivan Ivana Ivar Ivica Iwona Izabela Jacek Jack Jacob Jacqueline Jadwiga Jakob Jakub Jale Jamaal Jamal
James Jamila Jana Jane Janet Janina Janne Jannike Jari Jarkko Jarmo Jarno Jasmin Jasmina Jasmine Jasminka
Jasna Jason Javad Jean Jeanette Jeanna Jeff Jelena Jenni Jennie Jennifer Jenny Jens Jere Jerker Jerry
Jerzy Jesper Jessica Jihad Jihan Jim Jimmie Jimmy Joacim Joakim Joanna Joar Jocke Jodie Joe Joel Johan
Johanna Johannes John Johnny Johny Jojje Jompa Jon Jon-Erik Jonas Jonatan Jonathan Jonna Jonny Jonte
Joonas Jorma Jose Josef Josefin Josefina Josefine Josephine Josip Jossan Josua José Jouko Jouni Jovana
Juan Juffe Juha Juhani Jukka Julia Julian Juliana Juliette Julius Julle Juni-Lo Jussi Justin Justyna Jytte
Jöns Jöran Jörgen Kaarina Kacper Kai Kaija Kaisa Kaj-Åke Kajsa Kalevi Kalle Kamil Kamila Kamran Karam
Kareem Kari Karim Karima Karin Karina Karl Karl-Erik Karl-Gustav Karl-Johan Karla Karol Karolina Karoline
Karsten Kasper Katarina Katarzyna Kate Katharina Kati Katja Katrin Kattis Kauko Kaveh Kazimierz Keith
Kemal Ken Kennet Kenneth Kent Kenta Kerstin Kevin Khadija Khaled Khalid Khalida Khalil Kickan Kicki
Kimberly Kinga Kirsi Kirsten Kjell Kjelle Klabbe Klas Knut Knutte Konrad Kricke Krille Krister Kristian
Kristiina Kristin Kristina Kristine Kristofer Kristoffer Krystyna Krzysztof Kurt Kushtrim Kyllikki Lage
Laila Laleh Lamin Lara Lars Lars-Erik Lars-Göran Lars-Olof Lasse Latifa Laura Lauri Layla Lea Leah Leena
Leffe Leia Leif Leif-Åke Leila Lejla Lena Lennart Lennox Leo Leon Leonard Leonora Leopold Leyla Lia Liam
Liban Lidia Liisa Lilian Lillemor Lilli Lilly Lina Linda Linh Linn Linnea Linnéa Linus Liridon Lirim Lisa
Lisbet Lisbeth Lise Liselott Liselotte Lisen Liv Livia Ljiljana Loffe Logan Loke Lollo Lotta Lotten Louay
Loui Louis Louise Lova Lovis Lovisa Lubna Luca Lucas Lucian Lucy Ludvig Luis Luka Lukas Lukasz Łukasz
Lussan Lydia Lásse Maarit Mabel Maciej Mackan Madeleine Madelene Magda Magdalena Maggan Maggis Magnhild
Magnus Maha Mahad Mahamed Mahdi Mahmoud Mahmud Mahnaz Mahsa Mai Maj-Lis Maja Majken Majlen Majlis Majvi
Majvor Malcolm Malena Malgorzata Malik Malin Malou Malte Malva Manal Manfred Mange Mantas Manuel Manuela
Marc Marcel Marcelo Marcin Marco Marcus Mare Mareike Marek Margaret Margareta Margaretha Margit Margot
Maria Mariam Mariana Mariann Marianne Marica Marie Marie-Anne Marie-Louise Marika Marina Mario Marion
Marit Marita Maritta Mariusz Marja Marjatta Marjo Markku Marko Markus Marlene Marta Marte Martha Martin
Martina Marwa Mary Maryam Mason Masoud Masse Mate Mateusz Mathias Mathilda Matija Matilda Mats Matte
Matteo Mattheus Matthew Matti Mattias Mattis Maud Mauno Mauri Maurice Maurits Maximilian Maya Maysa Mazen
Mehari Mehdi Mehmet Mehtap Mei Melina Melissa Melker Melvin Meral Merja Meron Merve Mia Michael Michaela
Michal Michel Michele Michelle Mickael Micke Mihaela Mihai Miia Mika Mikael Mikaela Mike Mikko Mikołaj
Milad Milena Milica Milla Mille Milo Milou Milton Mimmi Mina Minh Minna Mio Mira Miranda Miriam Mirja
Mirjam Mirjana Miro Miroslav Mirsad Mislav Mitra Mladen Moa Mohamad Mohamed Mohammad Mohammed Mohamud
Mohanad Mohsen Molly Mona Monalisa Monica Monika Monir Monkan Morgan Morteza Mostafa Mouna Moussa Muhammad
Muhammed Muna Munir Murat Mustafa Máret Märit Märta Måns Mårten Nabil Nabila Nader Nadia Nadim Nadja Nahid
Nahla Naima Najib Najma Nancy Nanna Nanny Naomi Nasim Nasrin Nasser Natalia Natalie Natascha Natasha
Nataša Nathalie Nathan Natnael Navid Nawal Nebojsa Neda Neil Nellie Nelly Nenad Neo Nermin Nermina Nesrin
Nettan Nevenka Nguyen Nicholas Nicke Nicklas Niclas Nicolas Nicole Nihad Niila Nikita Niklas Niko Nikola
Nikolaj Nikolaos Nilla Nils Nimo Nina Nino Nippe Nisse Nizar Noa Noah Noak Noel Noor Nora Norman Nour
Novah Novalie Nur Nuria Odin Oiva Ola Olaf Olav Olavi Olga Oliver Olivia Oliwer Olle Olli Olof Olov Omar
Omid Omran Onni Orhan Oscar Oskar Oskari Osman Osmo Ossi Ossian Otilia Otis Ottilia Otto Outi Ove Owe Owen
Ozan Paavo Palle Parisa Parvin Pasi Patricia Patrick Patrik Patte Paul Paula Paulin Paulina Pauline Pavel
Pawel Paweł Pecka Peder Pedro Pehr Pekka Pelle Penny Pentti Per-Anders Per-Erik Per-Olof Per-Åke Percy
Pernilla Pernille Perra Pertti Peter Petra Petri Petronella Petrus Petter Petteri Philip Pia Pierre Piia
Piotr Pippi Pirjo Pirkko Pontus Pouya Povel Preben Predrag Priya Przemyslaw Putte Päivi Qasim Rachel
Radosław Radu Raed Rafael Rafal Rafid Ragge Raghad Ragnar Ragnhild Rahel Raija Raili Raimo Rainer Rajesh
Rakel Ralf Ralph Ramazan Rami Ramin Rana Randi Randolf Rania Rasa Rasha Rasmus Raul Rauno Ravi Ray Razan
Rebecca Rebecka Rebeka Recep Reem Regina Reidar Reijo Reima Reine Renata Renate Renée Reza Riad Ricardo
Richard Rickard Rigmor Riikka Rikard Rima Rinaldo Ringo Risto Rita Ritva Robban Robel Robert Roberto Robin
Roffe Roger Rogge Roine Rola Roland Rolf Rolle Romeo Ronald Ronja Ronny Rory Rosanna Rose Rose-Mari
Rose-Marie Rosita Rosmarie Roxana Roy Roya Roza Ruben Rufus Runa Rune Rurik Rut Ruth Ryan Ryszard Saad
Saado Sabina Sadia Saeed Safiya Saga-Lisa Sagal Sahar Said Saida Salah Salem Salim Sally Salma Salwa Sam
Samaneh Samantha Samar Samer Sami Samir Samira Samra Samuel Sander Sandra Sandy Sanela Sanjay Sanna
Sanna-Maria Santiago Sara Sara-Marja Sarah Sari Sasa Sasha Satu Saša Sead Sean Sebastian Sebbe Seija Selam
Selim Selin Selina Selma Semir Senad Senait Sepideh Seppo Sergej Sergio Şerife Serkan Seved Sevgi Shabnam
Shahad Shahin Shahram Shannon Shirin Shirley Shpresa Shukri Siavash Sibel Sickan Sigbritt Sigfrid Sigge
Sigmund Signe Signhild Sigrid Sigun Sigurd Sigvard Silvia Simeon Simon Simona Simone Sinan Sinikka Siniša
Siri Siriporn Sirkka Sirpa Siv Siv-Britt Sivard Sivert Sixten Sladjana Slavica Slawomir Slobodan Snezana
Snežana Sofia Sofie Soheila Solveig Somchai Songül Sonia Sonja Sonny Sophia Sophie Soraya Staffan
Stanislaw Stanisław Stefan Stefanie Stefe Steffe Stellan Stephan Stephanie Steve Steven Stig-Olof Stig-Åke
Stina Stjepan Sture Suad Suha Sulejman Suleyman Sumaya Sune Sunil Susan Susann Susanna Susanne Sussi
Sussie Suzana Svante Svea-Lisa Sven Sven-Erik Svenne Sverker Svetlana Sylve Sylvester Sylvia Synne Synnöve
Szymon Sölve Sören Tage Taha Tahir Taina Taisto Tala Tamara Tania Tanja Tapio Tarek Tariq Tarja Tarmo
Tauno Ted Tekla Teodor Teresa Terese Teresia Terhi Tesfaye Tessa Tessan Teuvo Thaer Thanh Thea Thelma Theo
Theodor Theodore Theresa Therese Therése Thomas Thommy Thor Thorbjörn Thure Thyra Tiffany Tihana Tihomir
Tiina Tilda Tilde Tim-Erik Timo Tina Tobbe Tobias Toivo Tom Tomas Tomasz Tommi Tommy Tompa Tone Toni Tony
Toralf Torbjörn Tord Tore Torgny Torleif Torsten Torun Torvald Totte Tove Tristan Truls Tuan Tuija Tuomas
Tuomo Ture Turid Tuukka Tuula Tuva-Lisa Tyko Tyra Tyrone Tülay Ubbe Uffe Ulf Ulla Ulla-Britt Ulla-Karin
Ulrica Ulrik Ulrika Ulrike Uno Urban Urho Ursula Vahid Valentin Valentina Vallentin Valon Valter Valtteri
Vanessa Vanja Vasile Vasilis Vedran Veikko Vendela Verner Veronica Veronika Vesa Vesna Vibeke Vickan
Victor Victoria Vida Vidar Viggo Vigo Viktor Viktoria Vilgot Vilhelm Vilho Vilja Ville-Matti Ville-Pekka
Vilma Vincent Viola Virgil Virpi Vivan Viveca Viveka Vivi Vivi-Ann Vivianna Vivianne Vjosa Vlad Vladan
Vladimir Vuokko Vytautas Väinö Wael Wafa Waldemar Waleed Walid Walter Walther Wanida Wanja Wei Wendela
Werner Wicke Wiesław Wiggo Wiktor Wilhelm Wille William Willy Wilma Wilmer Wissam Wojciech Xerxes Xiu
Yahya Yaser Yasin Yasir Yasmiin Yasmin Yasmine Yazan Yilmaz Ying Ylva Yngve Yohannes Yonas Yosef Younes
Yousef Yrsa Yusuf Yvonne Zacharias Zack Zackarias Zahra Zaid Zainab Zakaria Zara Zbigniew Zdravko Zebbe
Zehra Zeina Zeinab Zeki Zeljko Željko Zelma Zenita Zeynep Ziad Ziggy Zlata Zlatan Zoe Zoey Zoran Åge Åke
Åsa Åsa-Britt Åse Åsne Öjvind Ömer Örjan Östen Öyvind Özlem
"""
_ALSO_WORDS = """
Alma Alva August Axel Björn Bo Bror Dag Dan Dana Ebbe Flora Gry Gun Hans Iris Jan Juni Kaj Kim Klara Liv
Lo Love Maj Mark Max My Nova Per Ros Rosa Rose Saga Siv Sol Stella Sten Stig Svea Tim Tindra Tom Tone Tor Tuva
Uno Urban Vera Ville Viola Örn
"""
GIVEN_NAMES = frozenset(_GIVEN_NAMES.split())
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
